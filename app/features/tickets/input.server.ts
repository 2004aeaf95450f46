import { z } from 'zod';
import { isDay } from '#app/domain/date.ts';
import { uploadField } from '#app/server/upload.server.ts';

const id = z.number().int().positive().max(2_147_483_647);
const slug = z.string().max(100).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'There is no such skill.');
/** As categories are kept: without doubled spaces and invisible characters. */
const category = z.string().trim().min(1).max(120);

/** How large a file of tickets may be: in bytes, and in rows. */
export const largestTicketFile = { bytes: 1024 * 1024, rows: 50_000 };

/** `/people/:id/tickets` */
export const TicketsParams = z.object({ id });

/** `?category=…`: the category whose skills are being changed. */
export const TicketsSearch = z.object({ category: category.optional() });
export type TicketsSearch = z.output<typeof TicketsSearch>;

/** Which skills categories show; one without any is left out on purpose. `other` is one more skill, from the whole list; `version` as the form showed it, 0 for a new category. */
const MapCategoriesInput = z.object({
  intent: z.literal('map'),
  rows: z.array(z.object({ category, version: z.number().int().min(0).max(2_147_483_647), skills: z.array(slug).max(50).default([]), other: slug.optional() })).min(1).max(50),
});
export type MapCategoriesInput = z.output<typeof MapCategoriesInput>;

const suggestion = { skill: slug, quarterOn: z.string().refine(isDay, 'There is no such quarter.') };

/** Yes or no to a suggestion; `tickets` is the number that the page showed. */
const AnswerTicketsInput = z.object({ intent: z.literal('answer'), ...suggestion, tickets: z.number().int().positive().max(2_147_483_647), answer: z.enum(['accepted', 'discarded']) });
export type AnswerTicketsInput = z.output<typeof AnswerTicketsInput>;

const UndoAnswerInput = z.object({ intent: z.literal('undo'), ...suggestion });
export type UndoAnswerInput = z.output<typeof UndoAnswerInput>;

const UploadTicketsInput = z.object({ intent: z.literal('upload'), file: uploadField(largestTicketFile.bytes) });

/** All that the page sends. */
export const TicketsForm = z.discriminatedUnion('intent', [UploadTicketsInput, MapCategoriesInput, AnswerTicketsInput, UndoAnswerInput]);
