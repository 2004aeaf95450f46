import { z } from 'zod';
import type { Level } from '#app/domain/skill.ts';
import { welcomeSteps } from '#app/domain/welcome.ts';

const id = z.number().int().positive().max(2_147_483_647);
const slug = z.string().max(100).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Please choose from the list.');
const level = z.number('Please choose the sentence that fits, or say that you cannot tell.').int('Please choose one of the five levels.')
  .min(1, 'Please choose one of the five levels.').max(5, 'Please choose one of the five levels.').transform((value) => value as Level);

/** `/people/:id/welcome` */
export const WelcomeParams = z.object({ id });

/** `/people/:id/welcome/:step` */
export const StepParams = z.object({ id, step: z.enum(welcomeSteps) });

/** `/people/:id/welcome/skills?skill=…`: one that is asked about already, to look at it again. */
export const StepSearch = z.object({ skill: slug.optional() });

/** On to the next step; what the page shows stays as it is. */
export const GoOnForm = z.object({ intent: z.literal('go-on') });

/** The person would rather do it another time. */
export const NotNowForm = z.object({ intent: z.literal('not-now') });

/** The level of one skill. */
export const RateForm = z.object({ intent: z.literal('rate'), skill: slug, level });

/** "I cannot say" of one skill. */
export const PassForm = z.object({ intent: z.literal('pass'), skill: slug });

/** Up to two roles that the person would like to come closer to. */
export const ChooseRolesForm = z.object({ intent: z.literal('choose-roles'), roles: z.array(slug).max(2, 'Please choose at most two roles.').default([]) });
export type ChooseRolesForm = z.output<typeof ChooseRolesForm>;
