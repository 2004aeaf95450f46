import { namesOf, missingText } from '#app/domain/criterion-text.ts';
import { nextSteps, type Bearings, type Nearness } from '#app/domain/nearness.ts';
import type { Wish } from '#app/domain/outcome.ts';
import { policyOf, type Policy } from '#app/domain/policy.ts';
import { nearSum } from '#app/domain/reckoning.ts';
import { levelOn, type RoleRequirement } from '#app/domain/requirement.ts';
import type { Role } from '#app/domain/role.ts';
import { standingOf, type Background } from '#app/domain/standing.ts';
import type { Transition } from '#app/domain/transition.ts';
import { essentialSkills, openSkills, stepToDo, type LeftToAsk, type WelcomeStep } from '#app/domain/welcome.ts';
import { whereabouts } from '#app/domain/whereabouts.ts';
import type { Actor } from '#app/server/actor.server.ts';
import { notFound } from '#app/server/command.server.ts';
import type { ReadDb, Trx } from '#db/handle.ts';

type Named = { id: string; name: string };
type Row = Background & {
  name: string; wish: { wish: Wish; roleId: string | null } | null;
  families: Named[]; roles: Role[]; skills: Named[]; certifications: Named[]; transitions: Transition[]; requirements: RoleRequirement[]; policy: unknown;
  step: WelcomeStep | null; roleIds: string[] | null; passedSkillIds: string[] | null;
};

/**
 * How far somebody's first visit has come, from what they did in it and from what is recorded: the step to do next, what is left to ask, and
 * how near the next roles are. For the person alone; 404 for everybody else.
 */
export async function getWelcome(db: ReadDb | Trx, actor: Actor, today: string, personId: number) {
  if (actor.personId !== personId) return notFound();
  const row = await db.selectFrom('people as p').innerJoin('backgrounds as b', 'b.personId', 'p.personId').innerJoin('catalogue as c', (join) => join.onTrue())
    .leftJoin('welcomes as w', 'w.personId', 'p.personId')
    .select(['p.name', 'b.levels', 'b.appointments', 'b.pauses', 'b.education', 'b.certificates', 'b.wish',
      'c.families', 'c.roles', 'c.skills', 'c.certifications', 'c.transitions', 'c.requirements', 'c.policy', 'w.step', 'w.roleIds', 'w.passedSkillIds'])
    .where('p.personId', '=', personId).where('p.erasedAt', 'is', null).$castTo<Row>().executeTakeFirst();
  if (!row) return notFound();
  const policy = policyOf(row.policy);
  const bearings: Bearings = { catalogue: row, claimed: standingOf(row, 'claimed', today, policy), confirmed: standingOf(row, 'confirmed', today, policy), policy };
  const from = whereabouts(row.appointments, today).from?.roleId ?? null;
  const next = from === null ? [] : nextSteps(bearings, from);
  const chosen = row.roles.filter(({ id }) => row.roleIds?.includes(id));
  const asks = (roles: readonly (string | null)[]) => row.requirements.filter(({ role }) => roles.includes(role));
  const passed = row.passedSkillIds ?? [];
  const isRated = (skill: string) => levelOn(bearings.claimed, skill, 'claimed') !== null;
  const own = essentialSkills(asks([from]));
  const ofNext = essentialSkills(asks(chosen.map(({ id }) => id))).filter((skill) => !own.includes(skill));
  const openOwn = openSkills(asks([from]), isRated, passed);
  const openNext = openSkills(asks(chosen.map(({ id }) => id)), isRated, passed).filter((skill) => !own.includes(skill));
  const reached = row.step ?? 'tenure';
  const left: LeftToAsk = { skills: openOwn.length, nextRoles: next.length, nextSkills: openNext.length };
  const names = namesOf(row);
  return {
    person: { id: personId, name: row.name },
    reached,
    left,
    toDo: stepToDo(reached, left),
    role: row.roles.find(({ id }) => id === from) ?? null,
    skills: { asked: own, open: openOwn },
    nextSkills: { asked: ofNext, open: openNext },
    levels: row.levels,
    next: next.map((near) => nextView(near, names, policy)),
    chosen: chosen.map(({ id, name }) => ({ id, name })),
    wish: row.wish?.wish ?? null,
    catalogue: { families: row.families, roles: row.roles, names },
  };
}
export type Welcome = Awaited<ReturnType<typeof getWelcome>>;

function nextView({ role, claimed }: Nearness, names: ReturnType<typeof namesOf>, policy: Policy) {
  const { status, essential, atMost, toRate, blockers } = claimed;
  return { id: role.id, name: role.name, status, essential, atMost, sum: nearSum(claimed, names, policy), toRate: toRate.length, missing: blockers.map(({ by }) => missingText(by, names)) };
}
