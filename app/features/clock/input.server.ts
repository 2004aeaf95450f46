import { z } from 'zod';
import { isDay } from '#app/domain/date.ts';

/** The highest number an id, or a version, can have. */
const highest = 2_147_483_647;
const Id = z.coerce.number().int().positive().max(highest);
const Day = z.string().refine(isDay, 'Enter a real date');
const Note = (longest: number) => z.string().trim().max(longest, `Use at most ${longest} characters`);

/** `/people/:id/…`, `/talks/:id` */
export const IdParams = z.object({ id: Id });

/** `/talks/new?person=…` */
export const NewTalkSearch = z.object({ person: Id });

/** `/flags?show=direct` */
export const FlagsSearch = z.object({ show: z.enum(['all', 'direct']).optional() });

/** What a person says about what they want next, or that they take it back. */
export const WishInput = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('state'),
    wish: z.enum(['move', 'stay', 'unsure'], 'Choose what fits best'),
    role: z.string().max(80).optional(),
    note: Note(1000).optional(),
  }),
  z.object({ intent: z.literal('withdraw') }),
]);
export type WishInput = z.infer<typeof WishInput>;

const talkedAbout = 'Write a sentence or two about what you talked about';

/** A talk as the manager records it. `after` names the settlement that the page showed as the last one, 0 for none. */
export const RecordTalkInput = z.object({
  person: Id,
  after: z.coerce.number().int().min(0).max(highest).default(0),
  heldOn: Day,
  wish: z.enum(['move', 'stay', 'unsure', 'unsaid'], 'Choose what they said'),
  note: z.string(talkedAbout).trim().min(1, talkedAbout).max(4000, 'Use at most 4000 characters'),
  outcome: z.enum(['stay', 'recognise', 'develop', 'defer', 'none'], 'Choose how the talk ended'),
  nextCheckOn: Day.optional(),
  reason: Note(1000).optional(),
});
export type RecordTalkInput = z.infer<typeof RecordTalkInput>;

/** The person has read the talk, and may add a comment. */
export const AcknowledgeTalkInput = z.object({ version: z.coerce.number().int().positive().max(highest), comment: Note(2000).optional() });
export type AcknowledgeTalkInput = z.infer<typeof AcknowledgeTalkInput>;
