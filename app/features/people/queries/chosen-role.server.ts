import { criterionText } from '#app/domain/criterion-text.ts';
import type { Nearness } from '#app/domain/nearness.ts';
import type { ReadinessItem } from '#app/domain/readiness.ts';
import type { Level } from '#app/domain/skill.ts';
import type { Planning } from './planning.server.ts';

/** What one can do about a requirement: nothing, have it confirmed, rate, raise, wait, or record what one holds. */
export type RowStep = 'met' | 'unconfirmed' | 'rate' | 'raise' | 'wait' | 'record';

/** One requirement of the chosen role held against the person. */
export interface AskedRow {
  /** The ways to fulfil it, in words; any one will do. */
  ways: string[];
  importance: 'essential' | 'desirable';
  /** The skill that decides, where it is one. `confirmed`: a manager has confirmed the level shown. */
  skill: { id: string; name: string; level: Level; held: Level | null; confirmed: boolean } | null;
  /** Where it is a matter of time: the months there are so far. */
  soFar: number | null;
  step: RowStep;
  months: number;
}

/** What a role asks for, what is missing first, cheapest first; then what nobody has confirmed; then the rest. */
export function askedRows({ claimed, confirmed, role }: Nearness, planning: Planning): AskedRow[] {
  const confirmedItems = new Map(confirmed.items.map((item) => [item.requirement, item]));
  const places = new Map(planning.catalogue.requirements.filter((one) => one.role === role.id).map((requirement, place) => [requirement as object, place]));
  const rows = claimed.items.map((item) => ({ row: rowOf(item, confirmedItems.get(item.requirement)?.met ?? false, planning), place: places.get(item.requirement) ?? 0 }));
  return rows.sort((a, b) => weight(a.row) - weight(b.row) || a.row.months - b.row.months || a.place - b.place).map(({ row }) => row);
}

function weight({ importance, step }: AskedRow): number {
  return (importance === 'essential' ? 0 : 10) + (step === 'met' ? 2 : step === 'unconfirmed' ? 1 : 0);
}

function rowOf({ requirement, by, met, cost }: ReadinessItem, isConfirmed: boolean, { names, claimed }: Planning): AskedRow {
  const levels = by.kind === 'skill' && Object.hasOwn(claimed.levels, by.skill) ? claimed.levels[by.skill]! : null;
  return {
    ways: requirement.anyOf.map((criterion) => (requirement.anyOf.length === 1 && criterion.kind === 'skill'
      ? names.skills[criterion.skill] ?? criterion.skill : criterionText(criterion, names))),
    importance: requirement.importance,
    skill: by.kind !== 'skill' ? null : {
      id: by.skill, name: names.skills[by.skill] ?? by.skill, level: by.level, held: by.held,
      confirmed: by.held !== null && (levels?.confirmed ?? 0) >= by.held,
    },
    soFar: by.kind === 'experience' && !met ? by.held : null,
    step: met ? (isConfirmed ? 'met' : 'unconfirmed') : stepOf(by),
    months: cost,
  };
}

function stepOf(by: ReadinessItem['by']): RowStep {
  if (by.kind === 'skill') return by.held === null ? 'rate' : 'raise';
  return by.kind === 'experience' ? 'wait' : 'record';
}
