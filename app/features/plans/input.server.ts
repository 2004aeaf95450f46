import { z } from 'zod';
import { isDay } from '#app/domain/date.ts';
import { itemKinds, planOutcomes } from '#app/domain/plan.ts';
import type { Level } from '#app/domain/skill.ts';

const id = z.number().int().positive().max(2_147_483_647);
const slug = z.string().max(100).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Please choose from the list.');
const day = z.string().refine(isDay, 'Please give a day that exists, for example 21 November 2026.');
const words = (longest: number) => z.string().trim().max(longest, `Please keep to at most ${longest} characters.`);
const level = z.number('Please choose one of the five levels.').int().min(1, 'Levels go from 1 to 5.').max(5, 'Levels go from 1 to 5.').transform((value) => value as Level);
/** Of the row as the form showed it. */
const version = z.number().int().positive().max(2_147_483_647);
/** Roles, first to last, as an address writes them: `help-desk-technician.technology-analyst`. */
const route = z.string().max(600).regex(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/, 'Please choose a route from the career map.').transform((text) => text.split('.'));

/** A rule over several fields, told beside one of them together with the faults of single fields. */
const beside = (path: string, message: string) => ({ path: [path], message, when: () => true });
const chooseRole = beside('role', 'Please choose the role.');
const chooseSkill = beside('skill', 'Please choose the skill.');
const chooseLevel = beside('level', 'Please choose the level.');

/** `/people/:id/plan`, `/people/:id/mentoring` */
export const PlanParams = z.object({ id });
/** `/people/:id/plan/items/new` and `/people/:id/plan/items/12` */
export const ItemParams = z.object({ id, item: z.string().regex(/^(new|[1-9]\d{0,9})$/) });
/** `/people/:id/plan/items/12/done` */
export const DoneParams = z.object({ id, item: id });

/** `/people/:id/plan?route=a.b.c` asks before it becomes the plan; `?role=…` is offered as the target. */
export const PlanSearch = z.object({ route: route.optional(), role: slug.optional() });
export type PlanSearch = z.output<typeof PlanSearch>;

/** `/people/:id/plan/items/new?kind=…&skill=…`: what the form begins with. */
export const ItemSearch = z.object({ kind: z.enum(itemKinds).optional(), skill: slug.optional(), level: level.optional(), title: words(160).optional(), host: words(120).optional() });
export type ItemSearch = z.output<typeof ItemSearch>;

/**
 * Begins a plan: for a role, for a skill at a level, or for the last role of a route. A form elsewhere sends
 * `intent=start for=route route=a.b.c`, the present role first. `replaces` is the open plan that the form showed, 0 for none:
 * another one is closed as changed only when the form has said so.
 */
export const StartPlanInput = z.object({
  intent: z.literal('start'),
  for: z.enum(['role', 'skill', 'route'], 'Please choose what the plan is for.'),
  role: slug.optional(), skill: slug.optional(), level: level.optional(), route: route.optional(),
  targetOn: day.optional(),
  replaces: z.number().int().min(0).max(2_147_483_647).default(0),
})
  .refine((input) => input.for !== 'role' || input.role, chooseRole)
  .refine((input) => input.for !== 'skill' || input.skill, chooseSkill)
  .refine((input) => input.for !== 'skill' || input.level, chooseLevel)
  .refine((input) => input.for !== 'route' || input.route, beside('route', 'Please choose a route from the career map.'));
export type StartPlanInput = z.output<typeof StartPlanInput>;

/** Another target or date for the plan that the form shows. */
const RetargetInput = z.object({
  intent: z.literal('retarget'), plan: id, version, for: z.enum(['role', 'skill'], 'Please choose what the plan is for.'),
  role: slug.optional(), skill: slug.optional(), level: level.optional(), targetOn: day.optional(),
})
  .refine((input) => input.for !== 'role' || input.role, chooseRole)
  .refine((input) => input.for !== 'skill' || input.skill, chooseSkill)
  .refine((input) => input.for !== 'skill' || input.level, chooseLevel);
export type RetargetInput = z.output<typeof RetargetInput>;

const ClosePlanInput = z.object({ intent: z.literal('close'), plan: id, version, outcome: z.enum(planOutcomes, 'Please choose how it ended.') });
export type ClosePlanInput = z.output<typeof ClosePlanInput>;

const itemFields = {
  kind: z.enum(itemKinds, 'Please choose what it is.'),
  title: words(160).optional(),
  skill: slug.optional(), level: level.optional(), certification: slug.optional(),
  host: words(120).optional(),
  startsOn: day.optional(), endsOn: day.optional(),
};
type ItemWords = { kind: string; title?: string; skill?: string; level?: number; certification?: string; startsOn?: string; endsOn?: string };
const titled = ({ kind, title, certification }: ItemWords) => Boolean(title) || (kind === 'certificate' && Boolean(certification));
const titledFault = beside('title', 'Please say in a few words what it is.');
const certified = ({ kind, certification }: ItemWords) => kind === 'certificate' || !certification;
const certifiedFault = beside('certification', 'Only an item that is a certificate has one. Choose “Certificate” above, or none here.');
const skilled = ({ skill, level: aimed }: ItemWords) => !aimed || Boolean(skill);
const ordered = ({ startsOn, endsOn }: ItemWords) => !startsOn || !endsOn || startsOn <= endsOn;
const orderedFault = beside('endsOn', 'The last day cannot be before the first.');

/** A new item. */
export const AddItemInput = z.object({ intent: z.literal('add'), ...itemFields })
  .refine(titled, titledFault).refine(certified, certifiedFault).refine(skilled, chooseSkill).refine(ordered, orderedFault);
export type AddItemInput = z.output<typeof AddItemInput>;

/** An item as it is to be from now on. */
const SaveItemInput = z.object({ intent: z.literal('save'), version, ...itemFields })
  .refine(titled, titledFault).refine(certified, certifiedFault).refine(skilled, chooseSkill).refine(ordered, orderedFault);
export type SaveItemInput = z.output<typeof SaveItemInput>;

/** Moves an item: begins it, puts it back, drops it, takes it up again. */
const MoveItemInput = z.object({ intent: z.literal('move'), item: id, version, state: z.enum(['planned', 'under-way', 'dropped']) });
export type MoveItemInput = z.output<typeof MoveItemInput>;

/** An item is done. `level`: the own rating that it shows; `skip` leaves the rating as it is. */
export const CompleteItemInput = z.object({
  intent: z.literal('complete'), version, doneOn: day, outcome: words(2000).optional(),
  level: z.union([z.literal('skip'), level], 'Please choose a level, or not to rate it now.').default('skip'),
});
export type CompleteItemInput = z.output<typeof CompleteItemInput>;

/** A rating that rests on an item done earlier. */
const RateItemInput = z.object({ intent: z.literal('rate'), version, level });
export type RateItemInput = z.output<typeof RateItemInput>;

/** All that the pages send. */
export const PlanForm = z.discriminatedUnion('intent', [StartPlanInput, RetargetInput, ClosePlanInput, AddItemInput, MoveItemInput]);
export const ItemForm = z.discriminatedUnion('intent', [AddItemInput, SaveItemInput, MoveItemInput, RateItemInput]);

/** What a person is happy to be asked about; what is not ticked is taken back. `seen`: what was offered when the form was shown. */
export const OfferMentoringInput = z.object({
  intent: z.literal('offer'), skills: z.array(slug).max(300).default([]), note: words(300).optional(), guide: z.boolean().default(false), guideNote: words(300).optional(),
  seen: z.string().max(40_000),
});
export type OfferMentoringInput = z.output<typeof OfferMentoringInput>;
