import { z } from 'zod';
import { isDay } from '#app/domain/date.ts';
import { isWebLink } from '#app/domain/evidence.ts';
import { skillKinds, type Level } from '#app/domain/skill.ts';

const id = z.number().int().positive().max(2_147_483_647);
const slug = z.string().max(100).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'There is no such skill.');
const level = z.number('Please choose one of the five levels.').int().min(1, 'Levels go from 1 to 5.').max(5, 'Levels go from 1 to 5.')
  .transform((value) => value as Level);
const note = z.string().trim().max(2000, 'Please keep the note to at most 2,000 characters.').optional();
const version = z.number().int().min(0).max(2_147_483_647);

/** The longest link that is kept, in characters. */
const longestLink = 2000;

/** Whose skills, and which of them. */
export const SkillsParams = z.object({ id });
export const SkillParams = z.object({ id, skill: slug });

/** Which skills the list shows; `rate` puts all of them into one form: what the role asks, or one kind. */
export const SkillsSearch = z.object({
  role: slug.optional(),
  kind: z.enum(skillKinds).optional(),
  show: z.enum(['asked', 'not-rated', 'waiting', 'stale', 'unused']).optional(),
  rate: z.enum(['role', ...skillKinds]).optional(),
});
export type SkillsSearch = z.output<typeof SkillsSearch>;

/** The role to hold the level against, and the own rating that is about to be corrected. */
export const SkillSearch = z.object({ role: slug.optional(), correct: id.optional() });
export type SkillSearch = z.output<typeof SkillSearch>;

/** A rating of one's own, with what shows it, and how one stands to the skill. */
export const RateSkillInput = z.object({
  intent: z.literal('rate'),
  level,
  note,
  evidenceText: z.string().trim().max(4000, 'Please keep this to at most 4,000 characters.').optional(),
  evidenceLink: z.string().trim().max(longestLink, 'Please keep the link to at most 2,000 characters.')
    .refine(isWebLink, 'A link begins with http:// or https://, for example https://tickets.example/48213.').optional(),
  /** Evidence given for other skills that shows this one as well. */
  evidence: z.array(id).max(100).default([]),
  interest: z.enum(['more', 'fine', 'less']).optional(),
  lastUsedOn: z.string().refine(isDay, 'Please give a day that exists, for example 21 November 2026.').optional(),
  /** Of interest and last use, as the form showed them. */
  version,
});
export type RateSkillInput = z.output<typeof RateSkillInput>;

/** The author's second thoughts, within 24 hours. */
export const CorrectRatingInput = z.object({ intent: z.literal('correct'), rating: id, version, level, note });
export type CorrectRatingInput = z.output<typeof CorrectRatingInput>;

const KeepInUseInput = z.object({ intent: z.literal('still-true') });
/** Several skills that were used today. */
const KeepManyInUseInput = z.object({
  intent: z.literal('still-true'),
  skills: z.array(slug).min(1, 'Please choose at least one skill.').max(300),
});

/** A manager's own choice of level; `seen` is the newest rating that the form showed, 0 for none. */
export const ConfirmLevelInput = z.object({ intent: z.literal('confirm'), level, note, seen: version });
export type ConfirmLevelInput = z.output<typeof ConfirmLevelInput>;

/** A self rating as the manager saw it: its number and its level, '412:3'. */
const waitingRating = z.string().regex(/^\d{1,9}:[1-5]$/, 'Please choose from the list.').transform((text) => {
  const [rating = 0, at = 0] = text.split(':').map(Number);
  return { rating, level: at as Level };
});

/** The self ratings that a manager says yes to. */
export const ConfirmWaitingInput = z.object({
  intent: z.literal('confirm-waiting'),
  ratings: z.array(waitingRating).min(1, 'Please choose at least one level to confirm.').max(300),
});
export type ConfirmWaitingInput = z.output<typeof ConfirmWaitingInput>;

/** Many levels on one page; `was` is the level the form showed, so that what was left alone stays alone. */
export const RateSkillsInput = z.object({
  intent: z.literal('rate-many'),
  rows: z.array(z.object({ skill: slug, was: level.optional(), level: level.optional() })).max(300)
    .refine((rows) => new Set(rows.map((row) => row.skill)).size === rows.length, 'Each skill may stand in the form once.'),
});
export type RateSkillsInput = z.output<typeof RateSkillsInput>;

const request = id;
const message = z.string().trim().max(1000, 'Please keep the message to at most 1,000 characters.').optional();

/** Levels that the managers of the line are asked to confirm. */
const AskConfirmInput = z.object({
  intent: z.literal('ask-confirm'),
  skills: z.array(slug).min(1, 'Please choose at least one level.').max(300),
  message,
});
export type AskConfirmInput = z.output<typeof AskConfirmInput>;

const WithdrawRequestInput = z.object({ intent: z.literal('withdraw'), request });
export type WithdrawRequestInput = z.output<typeof WithdrawRequestInput>;

/** A manager's "not yet": never without words. */
const DeclineConfirmInput = z.object({
  intent: z.literal('not-yet'), request,
  reply: z.string('Please say what is still missing, so that it helps.').trim().max(2000, 'Please keep this to at most 2,000 characters.'),
});
export type DeclineConfirmInput = z.output<typeof DeclineConfirmInput>;

/** Whom to look for among the colleagues, and which skills are to be asked about. */
export const AskSearch = z.object({ q: z.string().trim().max(100).optional(), skill: z.array(slug).max(10).default([]) });
export type AskSearch = z.output<typeof AskSearch>;

/** A question to one colleague. */
const AskColleagueForm = z.object({
  intent: z.literal('ask'),
  colleague: z.number('Please choose whom to ask.').int().positive().max(2_147_483_647),
  skills: z.array(slug).min(1, 'Please choose at least one skill.').max(10, 'Please ask about at most ten skills at once.'),
  message,
});
export type AskColleagueInput = z.output<typeof AskColleagueForm>;

/** All that the page of questions to colleagues sends. */
export const AskForm = z.discriminatedUnion('intent', [AskColleagueForm, WithdrawRequestInput]);

/** Which question. */
export const AskedParams = z.object({ id });

const SayLevelForm = z.object({ intent: z.literal('say'), level, note });
export type SayLevelInput = z.output<typeof SayLevelForm>;
const DeclineAskForm = z.object({ intent: z.literal('decline'), reply: z.string().trim().max(2000, 'Please keep this to at most 2,000 characters.').optional() });
export type DeclineAskInput = z.output<typeof DeclineAskForm>;

const CorrectAnswerForm = CorrectRatingInput.omit({ rating: true });
export type CorrectAnswerInput = z.output<typeof CorrectAnswerForm>;

/** A colleague's answer to a question. */
export const AnswerForm = z.discriminatedUnion('intent', [SayLevelForm, DeclineAskForm, CorrectAnswerForm]);

/** All that the two pages send. */
export const SkillForm = z.discriminatedUnion('intent', [RateSkillInput, CorrectRatingInput, KeepInUseInput, ConfirmLevelInput, ConfirmWaitingInput, AskConfirmInput, WithdrawRequestInput, DeclineConfirmInput]);
export const SkillsForm = z.discriminatedUnion('intent', [RateSkillsInput, ConfirmWaitingInput, KeepManyInUseInput, AskConfirmInput]);
