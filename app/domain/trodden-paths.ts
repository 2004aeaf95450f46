import { gapDays, staysOf, type Appointment, type Stay } from './appointment.ts';
import type { Day } from './date.ts';
import { experienceMonths } from './experience.ts';
import { defaultPolicy, type Policy } from './policy.ts';

/** A move that people here have made: how many of them, and the median of the whole months they had spent in `from`. */
export type TroddenPath = { from: string; to: string; people: number; medianMonths: number };

const longestGapDays = 90;

/**
 * The moves made by enough people to be shown without pointing at anybody. A move is two stays that follow one another, confirmed,
 * primary and with us, in different roles, with a gap of at most 90 days. Who made a move twice counts once, with the later time.
 */
export function troddenPaths(
  appointments: readonly (Appointment & { personId: number })[],
  today: Day,
  policy: Policy = defaultPolicy,
): TroddenPath[] {
  const byPerson = new Map<number, Appointment[]>();
  for (const one of appointments) {
    if (!one.confirmed) continue;
    const list = byPerson.get(one.personId);
    if (list) list.push(one);
    else byPerson.set(one.personId, [one]);
  }
  const moves = new Map<string, { from: string; to: string; months: number[] }>();
  for (const own of byPerson.values()) {
    for (const { from, to, months } of movesOf(staysOf(own, today, policy)).values()) {
      const move = moves.get(`${from}>${to}`) ?? { from, to, months: [] };
      move.months.push(months);
      moves.set(`${from}>${to}`, move);
    }
  }
  return [...moves.values()]
    .filter(({ months }) => months.length >= policy.troddenMinPeople)
    .map(({ from, to, months }) => ({ from, to, people: months.length, medianMonths: lowerMedian(months) }))
    .sort((a, b) => b.people - a.people || (`${a.from}>${a.to}` < `${b.from}>${b.to}` ? -1 : 1));
}

/** One person's moves, each once, the last time they were made. */
function movesOf(stays: readonly Stay[]): Map<string, { from: string; to: string; months: number }> {
  const moves = new Map<string, { from: string; to: string; months: number }>();
  stays.slice(1).forEach((stay, place) => {
    const before = stays[place]!;
    if (before.to === null || before.roleId === stay.roleId || gapDays(before.to, stay.from) > longestGapDays) return;
    const worked = before.spans.map((span) => ({ familyId: '', ...span }));
    moves.set(`${before.roleId}>${stay.roleId}`, { from: before.roleId, to: stay.roleId, months: experienceMonths({ spans: worked }, ['']) });
  });
  return moves;
}

function lowerMedian(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)]!;
}
