import type { Nearness } from '#app/domain/nearness.ts';
import type { AskedRow } from './chosen-role.server.ts';

/** The one thing to do next, for the person alone. */
export type NextStep =
  | { kind: 'state-role' }
  | { kind: 'rate-first'; roleId: string }
  | { kind: 'rate-more'; roleId: string; role: string; skills: number }
  | { kind: 'learn'; role: string; skill: { id: string; name: string; held: number | null; level: number } }
  | { kind: 'wait'; role: string; months: number }
  | { kind: 'record'; role: string; ways: readonly string[] }
  | { kind: 'have-confirmed'; role: string; requirements: number }
  | { kind: 'say-wish'; role: string }
  | { kind: 'talk'; role: string }
  | { kind: 'look-round' };

type Facts = { from: string | null; rated: number; goal: Nearness | null; rows: readonly AskedRow[]; wishes: boolean };

/** Chosen in the order in which one thing needs the other: a role, levels, what is missing, its confirmation, the wish, the talk. */
export function nextStepOf({ from, rated, goal, rows, wishes }: Facts): NextStep {
  if (from === null) return { kind: 'state-role' };
  if (rated === 0) return { kind: 'rate-first', roleId: from };
  if (!goal || goal.claimed.essential.total === 0) return { kind: 'look-round' };
  const { role, claimed } = goal;
  if (claimed.status === 'unknown') return { kind: 'rate-more', roleId: role.id, role: role.name, skills: claimed.toRate.length };
  const essentials = rows.filter(({ importance }) => importance === 'essential');
  const missing = essentials.find(({ step }) => step !== 'met' && step !== 'unconfirmed');
  if (missing?.skill) {
    const { id, name, held, level } = missing.skill;
    return { kind: 'learn', role: role.name, skill: { id, name, held, level } };
  }
  if (missing) return missing.step === 'wait' ? { kind: 'wait', role: role.name, months: missing.months } : { kind: 'record', role: role.name, ways: missing.ways };
  const unconfirmed = essentials.filter(({ step }) => step === 'unconfirmed').length;
  if (unconfirmed > 0) return { kind: 'have-confirmed', role: role.name, requirements: unconfirmed };
  return wishes ? { kind: 'talk', role: role.name } : { kind: 'say-wish', role: role.name };
}
