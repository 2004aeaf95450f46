import { z } from 'zod';

const Slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/).max(80);

/** `/roles?q=…&family=…` */
export const RolesSearch = z.object({ q: z.string().trim().max(100).optional(), family: Slug.optional() });

/** `/roles/:id` */
export const RoleParams = z.object({ id: Slug });

/** `/roles/:id/advert?from=…`: the role whose holders are addressed. */
export const AdvertSearch = z.object({ from: Slug.optional() });

/** `/roles/compare?a=…&b=…`; without both, the page asks for them. */
export const CompareSearch = z.object({ a: Slug.optional(), b: Slug.optional() });

/**
 * `/paths?from=…&to=…&if=routing.3&if=bachelor&family=…&all=1`; `skill` with `level`, `certificate` and `education` are one more
 * assumption, as the form sends it, together with the earlier ones joined by commas. How many there may be, the length of an address says;
 * the page reckons with the first of them.
 */
export const PathsSearch = z.object({
  from: Slug.optional(),
  to: Slug.optional(),
  if: z.array(z.string()).default([]),
  family: Slug.optional(),
  all: z.literal('1').optional(),
  skill: Slug.optional(),
  level: z.number().int().min(1).max(5).optional(),
  certificate: Slug.optional(),
  education: z.enum(['associate', 'bachelor', 'master']).optional(),
});
