import { z } from 'zod';
import type { Day } from '#app/domain/date.ts';
import { listText } from '#app/domain/list-text.ts';
import { shifts } from '#app/domain/shift.ts';
import { check, dayLimits, listCell, quote, readDay, readWord, textCell, type CellCheck, type DayBounds, type Reading } from './cell.server.ts';
import { finishedLevels, ratingSources, type ColumnName, type ColumnValues } from './row.ts';

/** The options of one import, from the command line or a form. */
export const ImportPeopleInput = z.object({
  /** The day from which changed managers, and changed roles without a date of their own, hold. */
  changesFrom: z.string().refine((text) => 'value' in readDay(text), 'Write the day like 2025-03-31.').optional(),
});
export type ImportPeopleInput = z.infer<typeof ImportPeopleInput>;

/** The check of every column, as seen from today. Cells come trimmed and are never empty. */
export function peopleColumns(today: Day): { [C in ColumnName]: CellCheck<ColumnValues[C]> } {
  const limits = dayLimits(today);
  const dayCell = (bounds: DayBounds): CellCheck<Day> => check((text) => readDay(text, bounds));
  return {
    number: numberCell,
    name: textCell(200),
    email: emailCell,
    manager: numberCell,
    team: textCell(120),
    site: textCell(120),
    role: textCell(200),
    started_on: dayCell(limits.start),
    shift: check((text) => readWord(text, shifts)),
    hours_per_week: check(readHours),
    headcount_led: check<number>((text) => (/^\d{1,5}$/.test(text) ? { value: Number(text) } : { reason: `${quote(text)} is not a number of people. Write a whole number from 0 to 99999.` })),
    left_on: dayCell(limits.end),
    earlier: listCell({ names: ['role', 'from', 'to', 'employer (empty for us)', 'family (optional)'], least: 3 }, ([role = '', from = '', to = '', employer = '', family = '']) => {
      if (role === '') return { reason: 'The role is empty. Name it.' };
      const tooLong = [role, employer].find((text) => text.length > 200);
      if (tooLong !== undefined) return { reason: `${quote(tooLong)} has ${tooLong.length} characters. At most 200 are possible.` };
      const first = readDay(from, limits.past);
      if ('reason' in first) return first;
      const last = readDay(to, limits.start);
      if ('reason' in last) return last;
      if (last.value < first.value) return { reason: `The last day, ${to}, is before the first, ${from}. Check which is which.` };
      return { value: { role, from, to, employer: orNull(employer), family: orNull(family) } };
    }),
    education: listCell({ names: ['level', 'subject', 'institution', 'finished on'], least: 1 }, ([level = '', subject = '', institution = '', finishedOn = '']) => {
      const known = readWord(level, finishedLevels);
      if ('reason' in known) return { reason: `The level ${quote(level)} is not known. Write ${listText(finishedLevels, 'or')}.` };
      const tooLong = [subject, institution].find((text) => text.length > 200);
      if (tooLong !== undefined) return { reason: `${quote(tooLong)} has ${tooLong.length} characters. At most 200 are possible.` };
      const finished = finishedOn === '' ? { value: null } : readDay(finishedOn, limits.past);
      if ('reason' in finished) return finished;
      return { value: { level: known.value, subject: orNull(subject), institution: orNull(institution), finishedOn: finished.value } };
    }),
    certificates: listCell({ names: ['certification', 'issued on', 'expires on (empty for never)'], least: 2 }, ([certification = '', issuedOn = '', expiresOn = '']) => {
      if (certification === '') return { reason: 'The certification is empty. Name it.' };
      const issued = readDay(issuedOn, limits.past);
      if ('reason' in issued) return issued;
      const expires = expiresOn === '' ? { value: null } : readDay(expiresOn, limits.end);
      if ('reason' in expires) return expires;
      if (expires.value !== null && expires.value < issued.value) return { reason: `It would expire on ${expiresOn}, before it was issued on ${issuedOn}. Check which is which.` };
      return { value: { certification, issuedOn, expiresOn: expires.value } };
    }),
    ratings: listCell({ names: ['skill', 'level', 'self or manager', 'rated on'], least: 4 }, ([skill = '', level = '', source = '', ratedOn = '']) => {
      if (skill === '') return { reason: 'The skill is empty. Name it.' };
      if (!/^[1-5]$/.test(level)) return { reason: `${quote(level)} is not a level. Write a whole number from 1 to 5; leave the entry out where nobody has rated.` };
      const known = readWord(source, ratingSources);
      if ('reason' in known) return { reason: `${quote(source)} is not a source of ratings. Write self or manager.` };
      const rated = readDay(ratedOn, limits.past);
      if ('reason' in rated) return rated;
      return { value: { skill, level: Number(level), source: known.value, ratedOn: rated.value } };
    }),
  };
}

const numberCell: CellCheck<string> = check<string>((text) => (text.length > 40 || /[\s;|]/.test(text)
  ? { reason: `${quote(text)} is not a personnel number. At most 40 characters without spaces, semicolons and bars are possible.` }
  : { value: text }));

const address = z.email().max(254);

const emailCell: CellCheck<string> = check<string>((text) => (address.safeParse(text).success
  ? { value: text }
  : { reason: `${quote(text)} is not an e-mail address. Write it like name@example.org.` }));

function readHours(text: string): Reading<number> {
  const hours = /^\d{1,2}([.,]\d)?$/.test(text) ? Number(text.replace(',', '.')) : 0;
  return hours > 0 && hours <= 80 ? { value: hours } : { reason: `${quote(text)} is not a number of hours a week. Write more than 0 and at most 80, with at most one decimal, like 38.5.` };
}

function orNull(text: string): string | null {
  return text === '' ? null : text.replace(/ {2,}/g, ' ');
}
