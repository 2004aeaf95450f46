import { criterionText, missingText, type Names } from '#app/domain/criterion-text.ts';
import { suggestedTitle } from '#app/domain/plan-item-text.ts';
import { asRequirement, suggestionsFor, type ClosingWay } from '#app/domain/plan-suggestions.ts';
import { isOpen, nextOnRoute } from '#app/domain/plan.ts';
import { readiness } from '#app/domain/readiness.ts';
import { nearSum } from '#app/domain/reckoning.ts';
import type { Requirement } from '#app/domain/requirement.ts';
import type { Ground } from './catalogue.server.ts';
import type { ItemRow, PlanRow } from './subject.server.ts';

/** What a role, or a skill at a level, asks for. */
interface Aim { id: string; name: string; step: 'next' | 'target'; requirements: Requirement[] }

/** What a plan is held against: on a route the next role first, then the target. None when the role has left the catalogue. */
export function aimsOf(plan: PlanRow, { catalogue, held }: Pick<Ground, 'catalogue' | 'held'>): Aim[] {
  const role = (id: string | null, step: Aim['step']) => catalogue.roles.filter((one) => one.id === id)
    .map(({ name }): Aim => ({ id: id!, name, step, requirements: catalogue.requirements.filter((one) => one.role === id) }));
  if (plan.skillId !== null && plan.level !== null) return [{ id: plan.skillId, name: plan.target, step: 'target', requirements: [asRequirement(plan.skillId, plan.level)] }];
  const next = nextOnRoute(plan.route, held);
  const hop = next === null ? null : plan.route[next]!;
  return [...(hop === plan.roleId ? [] : role(hop, 'next')), ...role(plan.roleId, 'target')];
}

/** How near the person is to an aim on what they claim, what is missing with what would help, and what of that is in the plan already. */
export function aimView({ id, name, step, requirements }: Aim, { standing, policy, names, families }: Ground, items: readonly ItemRow[], listed: ReadonlySet<string>) {
  const near = readiness(standing, requirements, 'claimed', policy);
  const open = items.filter(({ state }) => isOpen(state));
  const suggestions = suggestionsFor(near.blockers, standing, families, policy);
  return {
    id, name, step, status: near.status, essential: near.essential, sum: nearSum(near, names, policy), atMost: near.atMost, toRate: near.toRate.length,
    suggestions: suggestions.filter(({ key }) => !listed.has(key)).map(({ key, months, ways }) => ({ key, months, ways: ways.map((way) => wayView(way, names, open)) })),
    listedAbove: suggestions.filter(({ key }) => listed.has(key)).length,
  };
}
export type AimView = ReturnType<typeof aimView>;

function wayView({ by, kinds, rateFirst, steps }: ClosingWay, names: Names, open: readonly ItemRow[]) {
  const skill = by.kind === 'skill' ? { id: by.skill, name: names.skills[by.skill] ?? by.skill, level: by.level } : null;
  const certification = by.kind === 'certification' ? by.certification : null;
  const about = skill?.name ?? (by.kind === 'experience' ? by.families.slice(0, 2).map((family) => names.families[family] ?? family).join(' or ') : criterionText(by, names));
  const inPlan = open.filter((item) => (skill !== null && item.skillId === skill.id) || (certification !== null && item.certificationId === certification));
  return {
    kind: by.kind, text: missingText(by, names), months: by.cost, steps, rateFirst, skill, certification,
    adds: kinds.map((kind) => ({ kind, title: suggestedTitle(kind, about) })),
    inPlan: inPlan.map(({ id, title }) => ({ id, title })),
  };
}
