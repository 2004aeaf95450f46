import type { Day } from '#app/domain/date.ts';
import type { LookUps } from './look-up.ts';
import { folded } from './nearest.ts';
import type { Certificate } from './plan.ts';
import type { Catalogue } from './present.ts';
import type { Problem } from './problem.ts';
import type { ColumnName, ColumnValues, PersonRow, RatingSource } from './row.ts';

type Role = Catalogue['roles'][number];

/** An ended appointment whose role has been looked up; free text has no role. */
export interface ResolvedEarlier {
  role: Role | null;
  text: string;
  familyId: string | null;
  from: Day;
  to: Day;
  employer: string | null;
}

/** A row whose names have been looked up in the catalogue. What is null was empty or faulty. */
export interface ResolvedRow {
  line: number;
  values: PersonRow['values'];
  role: Role | null;
  earlier: ResolvedEarlier[];
  education: ColumnValues['education'];
  certificates: Certificate[];
  ratings: { skillId: string; skill: string; level: number; source: RatingSource; ratedOn: Day }[];
}

/** Looks up every name in a row, and finds what contradicts itself within it. */
export function resolveRow(row: PersonRow, lookUps: LookUps, problems: Problem[]): ResolvedRow {
  const { line, values } = row;
  const report = (column: ColumnName, reason: string): void => void problems.push({ line, column, reason });
  const found = <T>(column: ColumnName, result: { value: T } | { reason: string }): T | null => {
    if ('value' in result) return result.value;
    report(column, result.reason);
    return null;
  };
  const resolved: ResolvedRow = {
    line,
    values,
    role: values.role === undefined ? null : found('role', lookUps.role.find(values.role)),
    earlier: [],
    education: values.education ?? [],
    certificates: [],
    ratings: [],
  };
  for (const { role, from, to, employer, family } of values.earlier ?? []) {
    const known = lookUps.role.find(role);
    const named = family === null ? null : found('earlier', lookUps.family.find(family));
    if (family !== null && named === null) continue;
    if ('value' in known) {
      if (named && named.familyId !== known.value.familyId) {
        report('earlier', `${known.value.name} belongs to the family ${known.value.familyId}, not to ${named.familyId}. Leave the family out: it is for roles in free text.`);
      } else {
        resolved.earlier.push({ role: known.value, text: known.value.name, familyId: known.value.familyId, from, to, employer });
      }
    } else if (employer === null) {
      report('earlier', `${known.reason} A role with us has to be in the catalogue; for another employer, name the employer.`);
    } else {
      resolved.earlier.push({ role: null, text: role, familyId: named?.familyId ?? null, from, to, employer });
    }
  }
  for (const { certification, ...days } of values.certificates ?? []) {
    const known = found('certificates', lookUps.certification.find(certification));
    if (known) resolved.certificates.push({ certificationId: known.certificationId, ...days });
  }
  for (const { skill, ...rest } of values.ratings ?? []) {
    const known = found('ratings', lookUps.skill.find(skill));
    if (known) resolved.ratings.push({ skillId: known.skillId, skill: known.name, ...rest });
  }
  reportDoubles(resolved, report);
  reportImpossibleDays(resolved, report);
  return resolved;
}

function reportDoubles({ earlier, education, certificates, ratings }: ResolvedRow, report: (column: ColumnName, reason: string) => void): void {
  const once = <T>(column: ColumnName, entries: readonly T[], keyOf: (entry: T) => string, reason: (entry: T) => string): void => {
    const seen = new Set<string>();
    for (const entry of entries) {
      const key = keyOf(entry);
      if (seen.has(key)) report(column, reason(entry));
      seen.add(key);
    }
  };
  once('earlier', earlier.filter(({ employer }) => employer !== null), ({ employer, text, from }) => [folded(employer ?? ''), folded(text), from].join('|'),
    ({ text, employer, from }) => `${text} at ${employer} from ${from} is there twice. Take one of them out.`);
  once('education', education, ({ level, subject, institution }) => [level, folded(subject ?? ''), folded(institution ?? '')].join('|'),
    ({ level, subject }) => `${[level, subject].filter(Boolean).join(' in ')} is there twice. Take one of them out.`);
  once('certificates', certificates, ({ certificationId, issuedOn }) => `${certificationId}|${issuedOn}`,
    ({ certificationId, issuedOn }) => `${certificationId}, issued on ${issuedOn}, is there twice. Take one of them out.`);
  once('ratings', ratings, ({ skillId, source, ratedOn }) => [skillId, source, ratedOn].join('|'),
    ({ skill, source, ratedOn }) => `${skill} is rated twice (${source}) on ${ratedOn}. Keep one of the two.`);
}

function reportImpossibleDays({ values, earlier }: ResolvedRow, report: (column: ColumnName, reason: string) => void): void {
  const { started_on: startedOn, left_on: leftOn } = values;
  if (startedOn !== undefined && leftOn !== undefined && leftOn < startedOn) {
    report('left_on', `${leftOn} is before started_on, ${startedOn}. Check which of the two is wrong.`);
    return;
  }
  const own = earlier.filter(({ employer }) => employer === null).sort((a, b) => (a.from < b.from ? -1 : 1));
  own.forEach((entry, index) => {
    const next = own[index + 1];
    if (next && next.from <= entry.to) report('earlier', `${entry.text} (to ${entry.to}) and ${next.text} (from ${next.from}) overlap. Of two main roles with us one ends before the next begins.`);
    if (startedOn !== undefined && startedOn <= entry.to && (leftOn === undefined || leftOn >= entry.from)) {
      report('earlier', `${entry.text} (to ${entry.to}) and the present role (from ${startedOn}) overlap. Of two main roles with us one ends before the next begins.`);
    }
  });
}
