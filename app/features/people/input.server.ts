import { z } from 'zod';

const id = z.number().int().positive().max(2_147_483_647);
const slug = z.string().max(100).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
/** Words to look for; what is beyond any name's length is not looked at. */
const words = z.string().trim().transform((text) => text.slice(0, 100));

/** `/people/:id` */
export const PersonParams = z.object({ id });

/** `/people/:id?role=…`: the role to hold oneself against. */
export const PathSearch = z.object({ role: slug.optional() });

/** `/people?q=…&role=…&team=…&site=…&reports=1&after=…`; `after` and `before` are the person the page begins behind or ends before. */
export const DirectorySearch = z.object({
  q: words.optional(),
  role: slug.optional(),
  team: id.optional(),
  site: id.optional(),
  reports: z.literal('1').optional(),
  after: id.optional(),
  before: id.optional(),
});
export type DirectorySearch = z.output<typeof DirectorySearch>;

/** `/palette?q=…` */
export const PaletteSearch = z.object({ q: words.default('') });
