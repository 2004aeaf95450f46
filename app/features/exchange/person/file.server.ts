import { z } from 'zod';
import { isDay } from '#app/domain/date.ts';
import { camel, fieldOf, tables, type Kind, type Table } from './tables.ts';

/** The name and version that stand at the top of the file. */
export const format = { format: 'deskpath-person', version: 1 } as const;

/** A row of the file: fields as `fieldOf` names them. */
export type Row = Record<string, string | number | boolean | readonly string[] | null>;

const words = z.string().refine((text) => !text.includes('\0'), 'A NUL is not possible in a text.');
const place = z.number().int().positive();
const cells: Record<Extract<Kind, string>, z.ZodType> = {
  text: words, number: z.number(), flag: z.boolean(), day: z.string().refine(isDay, 'A day like 2026-11-21 is needed.'),
  instant: z.iso.datetime('A moment like 2026-11-21T09:00:00.000Z is needed.'), texts: z.array(words),
  person: words, recruiter: place, site: words, team: words, family: words, role: words, roles: z.array(words), skill: words, skills: z.array(words), certification: words,
};

function rowsOf({ name, columns }: Table): z.ZodType<Row[]> {
  const fields: [string, z.ZodType][] = Object.entries(columns).map(([column, kind]) => [fieldOf(column, kind), (typeof kind === 'object' ? place : cells[kind]).nullable()]);
  if (name === 'evidence_files') fields.push(['content', z.base64()]);
  return z.array(z.strictObject(Object.fromEntries(fields))) as unknown as z.ZodType<Row[]>;
}

/** Somebody as the file names them. */
const Named = z.strictObject({ number: words.min(1).max(100), name: words.trim().min(1).max(200) });

/** The whole file. What the database checks too (words, levels, order of days) is left to it. */
export const PersonFile = z.strictObject({
  format: z.literal(format.format, 'This is not a file about a person from Deskpath.'),
  version: z.literal(format.version, `This version of Deskpath reads version ${format.version} of the file alone.`),
  exportedAt: z.iso.datetime(),
  person: Named.extend({ email: words.max(320).nullable() }),
  people: z.array(Named),
  recruiters: z.array(z.strictObject({ name: words.min(1).max(200) })),
  tables: z.strictObject(Object.fromEntries(tables.map((table) => [camel(table.name), rowsOf(table)])) as Record<string, z.ZodType<Row[]>>),
  /** What was removed while the file was written, in words. */
  leftOut: z.array(words).optional(),
});
export type PersonFile = z.output<typeof PersonFile>;
