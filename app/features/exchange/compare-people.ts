import type { Day } from '#app/domain/date.ts';
import { checkPeople, type Register } from './check-people.ts';
import { circlesIn } from './circles.ts';
import { compareCurrent, lastDayOf } from './compare-current.ts';
import { addEarlier, endEarlier } from './compare-earlier.ts';
import { compareLine } from './compare-line.ts';
import { compareCertificates, compareEducation, compareRatings } from './compare-records.ts';
import { lookUpsOf } from './look-up.ts';
import { folded } from './nearest.ts';
import type { PersonStep } from './person-step.ts';
import { emptyPlan, type Place, type Plan } from './plan.ts';
import { noHistory, type Present, type PresentLine } from './present.ts';
import { inFileOrder, type Problem } from './problem.ts';
import type { PeopleFile } from './read-rows.server.ts';
import { resolveRow } from './resolve.ts';
import { planTenure, tenureOf } from './tenure.ts';

/** What a file would change, and what is wrong with it. With a problem nothing of it may be written. */
export interface Comparison {
  plan: Plan;
  problems: Problem[];
}

/**
 * Compares a file of people with what is here. Nothing is read or written; the same file compared again after its
 * plan has been carried out gives an empty plan. `changesFrom`: the day from which changes hold that have no date.
 */
export function comparePeople(file: PeopleFile, present: Present, changesFrom: Day): Comparison {
  const problems = [...file.problems];
  const plan = emptyPlan();
  const register = checkPeople(file.rows, present.people, problems);
  const lookUps = lookUpsOf(present.catalogue);
  const resolved = [...register.rowOf.values()].map((row) => resolveRow(row, lookUps, problems));
  for (const row of file.rows) {
    // Rows without a sound number, and the second of two with the same: their names are looked up all the same.
    if (row.values.number === undefined || register.rowOf.get(row.values.number) !== row) resolveRow(row, lookUps, problems);
  }
  const faults = grouped(problems, ({ line }) => line);
  const names = { team: namesOf(present.teams), site: namesOf(present.sites) };
  const linesOf = grouped(present.lines, ({ personId }) => personId);
  const numbers = new Map(present.people.map(({ personId, number }) => [personId, number]));
  for (const row of resolved) {
    const number = row.values.number ?? '';
    const person = register.personOf.get(number);
    const history = (person && present.histories.get(person.personId)) ?? noHistory;
    const faulty = new Set((faults.get(row.line) ?? []).map(({ column }) => column));
    const step: PersonStep = { row, number, history, changesFrom, faulty, plan, problems, what: [] };
    comparePerson(step, person, plan);
    const tenure = tenureOf(history.appointments);
    const earlier = endEarlier(step, tenure);
    const { team, site, shift, hours_per_week: hoursPerWeek, headcount_led: headcountLed } = row.values;
    const place: Partial<Place> = { team: names.team(team), site: names.site(site), shift, hoursPerWeek, headcountLed };
    const current = compareCurrent(step, tenure, place);
    addEarlier(step, tenure, earlier, current);
    planTenure(tenure, number, plan);
    const lines: readonly PresentLine[] = (person && linesOf.get(person.personId)) ?? [];
    const startsOn = current && !current.kept && current.from > changesFrom ? current.from : null;
    compareLine({ ...step, lines, personIdOf: (wanted) => register.personOf.get(wanted)?.personId, numberOf: (id) => numbers.get(id) ?? '' }, startsOn, lastDayOf(tenure) ?? null);
    compareEducation(step);
    compareCertificates(step);
    compareRatings(step);
    if (step.what.length > 0) plan.changes.push({ line: row.line, number, name: row.values.name ?? person?.name ?? '', what: step.what });
  }
  const placed = [...plan.newAppointments, ...plan.changedAppointments];
  plan.newTeams = newAmong(placed.map(({ team }) => team), present.teams);
  plan.newSites = newAmong(placed.map(({ site }) => site), present.sites);
  for (const circle of circlesIn(plan, present)) reportCircle(circle, register, problems);
  return { plan: { ...plan, notices: inFileOrder(plan.notices) }, problems: inFileOrder(problems) };
}

function comparePerson({ row, number, what }: PersonStep, person: Present['people'][number] | undefined, plan: Plan): void {
  const { name = person?.name ?? '', email } = row.values;
  if (!person) {
    plan.newPeople.push({ number, name, email: email ?? null });
    what.push('new');
    return;
  }
  const address = email ?? person.email;
  if (name === person.name && address === person.email) return;
  plan.changedPeople.push({ personId: person.personId, version: person.version, name, email: address });
  if (name !== person.name) what.push(`name: ${person.name} → ${name}`);
  if (address !== person.email) what.push(`e-mail: ${person.email ?? 'none'} → ${address}`);
}

/** Names as they are written here already, or as the file first writes them. */
function namesOf(known: readonly string[]): (name: string | undefined) => string | undefined {
  const written = new Map(known.map((name) => [folded(name), name]));
  return (name) => {
    if (name === undefined) return undefined;
    const key = folded(name);
    const found = written.get(key);
    if (found !== undefined) return found;
    written.set(key, name);
    return name;
  };
}

/** Each once, in the order in which they come. */
function newAmong(names: readonly (string | null)[], known: readonly string[]): string[] {
  const had = new Set(known);
  return [...new Set(names.filter((name) => name !== null && !had.has(name)))] as string[];
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => number): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

function reportCircle(circle: readonly string[], { rowOf }: Register, problems: Problem[]): void {
  // Those whose manager the file does not name are part of the circle, but not of the mistake.
  const lines = circle.map((number) => rowOf.get(number)).filter((row) => row?.values.manager !== undefined).map((row) => row?.line ?? 1);
  const reason = circle[0] === circle.at(-1)
    ? `${circle.join(' → ')} report to one another in a circle. Change the manager of one of them.`
    : `The reporting line above ${circle[0]} has more than a hundred steps. Check the managers.`;
  problems.push({ line: Math.min(...lines), column: 'manager', reason });
}
