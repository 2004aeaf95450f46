import { z } from 'zod';

const Slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/).max(80);

/** `/roles?q=…&family=…` */
export const RolesSearch = z.object({ q: z.string().trim().max(100).optional(), family: Slug.optional() });

/** `/roles/:id` */
export const RoleParams = z.object({ id: Slug });

/** `/roles/compare?a=…&b=…`; without both, the page asks for them. */
export const CompareSearch = z.object({ a: Slug.optional(), b: Slug.optional() });

/** `/paths?from=…&to=…&all=1&list=1` */
export const PathsSearch = z.object({
  from: Slug.optional(),
  to: Slug.optional(),
  all: z.literal('1').optional(),
  list: z.literal('1').optional(),
});
