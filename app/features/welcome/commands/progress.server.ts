import { furtherStep, type WelcomeStep } from '#app/domain/welcome.ts';
import { notFound, refused, run, type Result, type SignedCall, type SignedStep } from '#app/server/command.server.ts';
import { holdOneself } from '#app/server/hold-person.server.ts';
import type { ChooseRolesForm } from '../input.server.ts';
import { getWelcome } from '../queries/welcome.server.ts';

interface Progress { step: WelcomeStep; roleIds: string[]; passedSkillIds: string[]; finishedAt: Date | null; putOffAt: Date | null }

/** A first visit comes as far as this step; going back never takes anything away. The last step ends it. 404 for anybody but the person. */
export function reachStep(call: SignedCall, personId: number, step: WelcomeStep): Promise<Result<WelcomeStep>> {
  return own(call, 'welcome.reach-step', personId, { step }, (held, { now }) => {
    const reached = furtherStep(held.step, step);
    return { ...held, step: reached, finishedAt: reached === 'done' ? held.finishedAt ?? now : null, putOffAt: null };
  });
}

/** The person says nothing about a skill: the visit does not ask again. */
export function passSkill(call: SignedCall, personId: number, skill: string): Promise<Result<WelcomeStep>> {
  return own(call, 'welcome.pass-skill', personId, { skill }, (held) => ({ ...held, passedSkillIds: [...new Set([...held.passedSkillIds, skill])] }), async ({ trx }) => {
    if (!(await trx.selectFrom('skills').select('skillId').where('skillId', '=', skill).executeTakeFirst())) notFound();
  });
}

/** The person would rather do it another time: My path stops asking, and the visit can be taken up again. */
export function putOff(call: SignedCall, personId: number): Promise<Result<WelcomeStep>> {
  return own(call, 'welcome.put-off', personId, {}, (held, { now }) => ({ ...held, putOffAt: now }));
}

/** Up to two roles, or none, that the person would like to come closer to. Refused: roles that no move leads to from their own. */
export function chooseNextRoles(call: SignedCall, personId: number, { roles }: Pick<ChooseRolesForm, 'roles'>): Promise<Result<WelcomeStep>> {
  const chosen = [...new Set(roles)];
  return own(call, 'welcome.choose-next-roles', personId, { roles: chosen },
    (held) => ({ ...held, roleIds: chosen, step: furtherStep(held.step, 'next-skills') }),
    async ({ trx, actor, today }) => {
      const { next } = await getWelcome(trx, actor, today, personId);
      return chosen.every((role) => next.some(({ id }) => id === role)) ? null : refused('Please choose roles from the list.', 'roles');
    });
}

/** One change to one's own first visit, begun by it when there is none yet. Answers how far it has come. */
async function own(
  call: SignedCall, name: string, personId: number, input: object,
  change: (held: Progress, step: SignedStep) => Progress,
  check: (step: SignedStep) => Promise<ReturnType<typeof refused> | null | void> = () => Promise.resolve(),
): Promise<Result<WelcomeStep>> {
  return run(call, name, { personId, ...input }, async (step) => {
    await holdOneself(step, personId);
    const { trx, now } = step;
    const fault = await check(step);
    if (fault) return fault;
    const row = await trx.selectFrom('welcomes').select(['step', 'roleIds', 'passedSkillIds', 'finishedAt', 'putOffAt']).where('personId', '=', personId).executeTakeFirst();
    const before = (row ?? { step: 'tenure', roleIds: [], passedSkillIds: [], finishedAt: null, putOffAt: null }) as Progress;
    const after = change(before, step);
    await trx.insertInto('welcomes').values({ personId, startedAt: now, ...after }).onConflict((conflict) => conflict.column('personId').doUpdateSet({ ...after })).execute();
    step.audit({ on: personId, subject: 'welcome', before: row ?? null, after: { step: after.step, ...input } });
    return after.step;
  });
}
