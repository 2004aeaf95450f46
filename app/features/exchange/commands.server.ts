import { basename } from 'node:path';
import { sql } from 'kysely';
import { addMonths, type Day } from '#app/domain/date.ts';
import { run, refused, type Call } from '#app/server/command.server.ts';
import { dropIdleRequests } from '#app/server/idle-requests.server.ts';
import type { ReadDb } from '#db/handle.ts';
import { comparePeople, type Comparison } from './compare-people.ts';
import type { ImportPeopleInput } from './input.server.ts';
import { countPlan, type PersonChange } from './plan.ts';
import type { Notice, Problem } from './problem.ts';
import { getPresent } from './queries.server.ts';
import { readPeople, type PeopleFile } from './read-rows.server.ts';
import { writePlan } from './write-plan.server.ts';

/** A file as it was handed over. */
export interface GivenFile {
  /** Its name, without folders; it is kept in the audit trail. */
  name: string;
  bytes: Uint8Array;
}

/** What an import did, or would do; or all that is wrong with the file. */
export type ImportOutcome =
  | { accepted: true; rows: number; counts: Record<string, number>; changes: PersonChange[]; notices: Notice[] }
  | { accepted: false; problems: Problem[] };

/** Says what bringing the file in would change, and writes nothing. */
export async function previewImport(db: ReadDb, today: Day, file: GivenFile, input: ImportPeopleInput = {}): Promise<ImportOutcome> {
  const changesFrom = input.changesFrom ?? today;
  const people = readPeople(file.bytes, today);
  const present = await getPresent(db, people.rows, today, changesFrom);
  return outcomeOf(people, withDayChecked(comparePeople(people, present, changesFrom), today, changesFrom));
}

/**
 * Brings a file of people in: all of it or, with one mistake in it, nothing. One transaction, one audit event with
 * the file's name and the counts. People are known again by their number; what the file leaves empty stays.
 */
export async function importPeople(call: Call, file: GivenFile, input: ImportPeopleInput = {}): Promise<ImportOutcome> {
  let outcome: ImportOutcome = { accepted: false, problems: [] };
  const result = await run(call, 'import-people', { name: file.name, ...input }, async (step) => {
    const { trx, today, now, audit } = step;
    // Long for a form's patience: an import gives itself the time it needs, and one waits for the other.
    await sql`select set_config('statement_timeout', '15min', true), set_config('lock_timeout', '30s', true), set_config('idle_in_transaction_session_timeout', '15min', true)`.execute(trx);
    await sql`select pg_advisory_xact_lock(hashtext('import-people'))`.execute(trx);
    const changesFrom = input.changesFrom ?? today;
    const people = readPeople(file.bytes, today);
    const present = await getPresent(trx, people.rows, today, changesFrom);
    const comparison = withDayChecked(comparePeople(people, present, changesFrom), today, changesFrom);
    outcome = outcomeOf(people, comparison);
    if (!outcome.accepted) return refused('The file has mistakes. Nothing was changed.');
    await writePlan(trx, comparison.plan, now);
    await dropIdleRequests(step);
    audit({ subject: `file:${basename(file.name)}`, after: { rows: outcome.rows, changesFrom, ...outcome.counts } });
    return { rows: outcome.rows };
  }, { refusals: takenMeanwhile });
  // Many rows have come at once: what follows is planned by statistics that know of them.
  if (result.done) await sql`analyze`.execute(call.db);
  if (!result.done && outcome.accepted) return { accepted: false, problems: [{ line: 1, column: null, reason: result.reason }] };
  return outcome;
}

const again = { reason: 'Somebody changed some of these people in the meantime. Nothing was changed: start the import again.' };

/** What the comparison has checked already, and only somebody else's change at the same time can break. */
const takenMeanwhile = Object.fromEntries([
  'people_number_unique', 'people_email_unique', 'reporting_lines_one_manager', 'reporting_lines_no_cycle', 'appointments_no_overlap',
].map((constraint) => [constraint, again]));

function outcomeOf(people: PeopleFile, { plan, problems }: Comparison): ImportOutcome {
  if (problems.length > 0) return { accepted: false, problems };
  return { accepted: true, rows: people.rows.length, counts: countPlan(plan), changes: plan.changes, notices: plan.notices };
}

function withDayChecked(comparison: Comparison, today: Day, changesFrom: Day): Comparison {
  if (changesFrom >= addMonths(today, -12) && changesFrom <= addMonths(today, 12)) return comparison;
  const problem = { line: 1, column: null, reason: `Changes cannot hold from ${changesFrom}: at most a year back or ahead is possible.` };
  return { ...comparison, problems: [problem, ...comparison.problems] };
}
