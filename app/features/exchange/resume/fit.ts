import type { Day } from '#app/domain/date.ts';
import { clashFault, fitOf, type Period, type PeriodFault } from '#app/domain/entry.ts';

/** As much of an appointment as has to be known to see whether another one fits in beside it. */
export interface Held extends Period { kind: string; employer: string | null; title: string; status: 'stated' | 'confirmed' }

/**
 * Why a main role with us cannot hold in a period beside those in the record. An open confirmed one ends the day before a later
 * one, once that is confirmed too; an open stated one has to be given its last day first.
 */
export function mainFault({ appointments }: { appointments: readonly Held[] }, period: Period, today: Day): PeriodFault | null {
  const mains = appointments.filter(({ kind, employer }) => kind === 'primary' && employer === null).map((held) => ({ ...held, role: held.title }));
  const { clash, ends } = fitOf(mains, period, today);
  const inTheWay = clash ?? ends.find(({ status }) => status === 'stated') ?? null;
  return inTheWay === null ? null : clashFault(inTheWay, period);
}
