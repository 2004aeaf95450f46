import { z } from 'zod';
import type { Disclosure, Section } from '#app/domain/disclosure.ts';
import type { WantedSkill } from '#app/domain/search-match.ts';
import { shifts } from '#app/domain/shift.ts';
import type { Level } from '#app/domain/skill.ts';

const Id = z.coerce.number().int().positive().max(2_147_483_647);
const Slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/).max(80);
const Code = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{4}$/);
const Flag = z.literal('1').optional();
const rowsAtMost = 6;

/**
 * `/search?skill[]=…&level[]=…&skill[]=…&level[]=…&role=…` (the brackets may be left out): the n-th level belongs to the n-th skill, a row without a skill asks
 * nothing, one without a level asks for any level. `after` and `before` name the profile that a page begins behind or ends before.
 */
export const SearchParams = z.object({
  skill: z.array(Slug.optional()).max(rowsAtMost).default([]),
  level: z.array(z.number().int().min(1).max(5).optional()).max(rowsAtMost).default([]),
  role: Slug.optional(),
  family: Slug.optional(),
  years: z.number().int().min(1).max(50).optional(),
  certificate: Slug.optional(),
  open: Flag,
  confirmed: Flag,
  for: Slug.optional(),
  near: Flag,
  after: Code.optional(),
  before: Code.optional(),
}).transform(({ skill, level, open, confirmed, near, ...rest }) => ({
  ...rest, skills: wantedOf(skill, level), open: open === '1', confirmed: confirmed === '1', near: near === '1',
}));
export type SearchParams = z.infer<typeof SearchParams>;

/** A skill that is named twice is asked for once, at the higher level. */
function wantedOf(skills: readonly (string | undefined)[], asked: readonly (number | undefined)[]): WantedSkill[] {
  const wanted = new Map<string, Level>();
  skills.forEach((skill, place) => {
    const level = (asked[place] ?? 1) as Level;
    if (skill !== undefined) wanted.set(skill, Math.max(level, wanted.get(skill) ?? 1) as Level);
  });
  return [...wanted].map(([skill, level]) => ({ skill, level }));
}

/** `/search/:alias` */
export const ProfileParams = z.object({ alias: Code });

/** `/search/:alias?for=…` */
export const ProfileSearch = z.object({ for: Slug.optional() });

/** A recruiter asks a person to be shown the name. */
export const AskNameInput = z.object({
  message: z.string('Write why you ask').trim().min(10, 'Write at least 10 characters: what is it about?').max(1000, 'Use at most 1,000 characters'),
});
export type AskNameInput = z.infer<typeof AskNameInput>;

/** `/people/:id/visibility` */
export const PersonParams = z.object({ id: Id });

const choice = z.enum(['hidden', 'anonymous', 'named'] satisfies Disclosure[], 'Choose one of the three');
const choices = { skills: choice, history: choice, certificates: choice, wishes: choice } satisfies Record<Section, typeof choice>;

/**
 * `/people/:id/visibility?skills=…&history=…`: choices to try out, not saved. `after` and `before` name the look that a page of the
 * list of looks begins behind or ends before.
 */
export const VisibilitySearch = z.object({ ...choices, after: Id, before: Id }).partial();
export type VisibilitySearch = z.infer<typeof VisibilitySearch>;

const numberText = 'Enter a number';

/** What to show of each part; `preview` only tries the choices out. */
export const ChooseForm = z.object({ intent: z.literal('choose'), preview: Flag, ...choices });

/** What somebody offers for a move. */
export const OfferForm = z.object({
  intent: z.literal('offer'),
  version: z.number().int().min(0).max(2_147_483_647),
  openToMoves: z.boolean().default(false),
  hoursPerWeek: z.number(numberText).positive('Enter more than 0 hours').max(80, 'Enter at most 80 hours').multipleOf(0.1, 'Use at most one decimal place').optional(),
  noticeWeeks: z.number(numberText).int('Enter whole weeks').min(0, 'Enter 0 or more weeks').max(52, 'Enter at most 52 weeks').optional(),
  shifts: z.array(z.enum(shifts, 'Choose shifts from the list')).max(5).default([]),
  sites: z.array(Id).max(500).default([]),
});

/** What a person does on the page of who may see them. */
export const VisibilityInput = z.discriminatedUnion('intent', [
  ChooseForm, OfferForm, z.object({ intent: z.literal('answer'), request: Id, answer: z.enum(['yes', 'no'], 'Answer yes or no') }),
]);
export type VisibilityForm = z.infer<typeof VisibilityInput>;
export type ChooseInput = Omit<Extract<VisibilityForm, { intent: 'choose' }>, 'intent' | 'preview'>;
export type OfferInput = Omit<Extract<VisibilityForm, { intent: 'offer' }>, 'intent'>;
export type AnswerInput = Omit<Extract<VisibilityForm, { intent: 'answer' }>, 'intent'>;

/** `/shared/:token`: whatever it is, it is looked up by its hash. */
export const SharedParams = z.object({ token: z.string().max(200) });

/**
 * A person makes a link for somebody outside, or stops one. `token` is made by the server together with the form, so that the form
 * sent twice makes, and shows, the same link; only its hash is kept.
 */
export const ShareInput = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('make'),
    token: z.string().regex(/^[\w-]{43}$/),
    label: z.string('Write for whom it is').trim().min(1, 'Write for whom it is').max(80, 'Use at most 80 characters'),
    sections: z.array(z.enum(['skills', 'history', 'certificates', 'wishes'] satisfies Section[], 'Choose parts from the list')).min(1, 'Choose at least one part').max(4),
    days: z.coerce.number('Choose for how long').int().min(1).max(90, 'Choose at most 90 days'),
  }),
  z.object({ intent: z.literal('stop'), link: Id }),
]);
export type ShareForm = z.infer<typeof ShareInput>;
export type MakeShareInput = Omit<Extract<ShareForm, { intent: 'make' }>, 'intent'>;
