import { sql } from 'kysely';
import { isWebLink } from '#app/domain/evidence.ts';
import { refused, run, type Call } from '#app/server/command.server.ts';
import { failureOf } from '#db/failure.ts';
import type { Trx } from '#db/handle.ts';
import { PersonFile } from './file.server.ts';
import { camel, fieldOf, tables } from './tables.ts';
import { namesIn, writePerson } from './write-person.server.ts';

/** What bringing a person in did, or would do; or why nothing was done. */
export type PersonOutcome =
  | { accepted: true; person: string; counts: Record<string, number> }
  | { accepted: false; problems: string[] };

const most = 20;

/**
 * Brings in the file that somebody took along from another installation: the person, those who are mentioned and not here yet, and
 * every row. All or nothing, one audit event. Refused: a file of another kind or version, a number that is here already, a number
 * that is somebody else's here, what the catalogue here does not have, and whatever the database refuses. The file is believed,
 * confirmations included: it is the administrator's to know where it comes from. `dryRun` does it all and takes it back.
 */
export async function importPerson(call: Call, file: { name: string; text: string }, { dryRun = false } = {}): Promise<PersonOutcome> {
  const read = readPersonFile(file.text);
  if ('problems' in read) return { accepted: false, problems: read.problems };
  const counts = Object.fromEntries(Object.entries(read.file.tables).map(([name, rows]) => [name, rows.length]).filter(([, count]) => count !== 0)) as Record<string, number>;
  const done: PersonOutcome = { accepted: true, person: read.file.person.name, counts };
  let problems: string[] = [];
  let tried = false;
  try {
    const result = await run(call, 'import-person', { name: file.name }, async ({ trx, now, today, audit }) => {
      tried = false;
      await sql`select set_config('statement_timeout', '5min', true), pg_advisory_xact_lock(hashtext('import-people'))`.execute(trx);
      problems = await problemsHere(trx, read.file, today);
      if (problems.length > 0) return refused('The file does not fit in here.');
      const personId = await writePerson(trx, read.file, now);
      await sql`set constraints all immediate`.execute(trx);
      tried = true;
      if (dryRun) return refused('Nothing was to be written.');
      audit({ on: personId, subject: `file:${file.name}`, after: counts });
      return null;
    });
    if (result.done || tried) return done;
    return { accepted: false, problems: problems.length > 0 ? problems : [result.reason] };
  } catch (error) {
    const failure = failureOf(error);
    if (!failure?.code.startsWith('23') && !failure?.code.startsWith('22')) throw error;
    return { accepted: false, problems: [refusals[failure.constraint ?? ''] ?? `What the file says cannot be (${failure.constraint ?? failure.column ?? failure.code}).`] };
  }
}

const refusals: Record<string, string> = {
  people_email_unique: 'The e-mail address in the file is somebody else’s here.',
  accounts_sign_in_name_unique: 'The sign-in name in the file is taken here.',
};

/** Reads the text as a file about a person and checks what can be seen without the database. */
function readPersonFile(text: string): { file: PersonFile } | { problems: string[] } {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { problems: ['The file is not JSON.'] };
  }
  const parsed = PersonFile.safeParse(json);
  if (!parsed.success) return { problems: parsed.error.issues.slice(0, most).map(({ path, message }) => (path.length === 0 ? message : `${path.join('.')}: ${message}`)) };
  const problems = [...danglingIn(parsed.data), ...scriptsIn(parsed.data)].slice(0, most);
  return problems.length > 0 ? { problems } : { file: parsed.data };
}

/** References to what the file does not hold. */
function danglingIn(file: PersonFile): string[] {
  const people = new Set([file.person, ...file.people].map(({ number }) => number));
  const problems = people.size < file.people.length + 1 ? ['people: a number stands there twice.'] : [];
  for (const { name, columns } of tables) {
    for (const [column, kind] of Object.entries(columns)) {
      const field = fieldOf(column, kind);
      const holds = (value: unknown) => (kind === 'person' ? people.has(value as string)
        : kind === 'recruiter' ? (value as number) <= file.recruiters.length
        : typeof kind !== 'object' || (value as number) <= (file.tables[camel(kind.row)]?.length ?? 0));
      for (const [at, row] of (file.tables[camel(name)] ?? []).entries()) {
        if (row[field] !== null && !holds(row[field])) problems.push(`tables.${camel(name)}.${at}.${field}: the file does not hold ${JSON.stringify(row[field])}.`);
      }
    }
  }
  return problems;
}

/** Links that a page must not offer: `javascript:` would act as whoever follows it. */
function scriptsIn({ tables: { evidence = [] } }: PersonFile): string[] {
  return evidence.flatMap(({ kind, body }, at) => (kind === 'link' && !isWebLink(String(body)) ? [`tables.evidence.${at}.body: a link begins with http:// or https://.`] : []));
}

/** Why the file cannot come in here: who is here already, and what the catalogue does not have. */
async function problemsHere(trx: Trx, file: PersonFile, today: string): Promise<string[]> {
  const named = [file.person, ...file.people];
  const here = await trx.selectFrom('people').select(['number', 'name']).where('number', 'in', named.map(({ number }) => number)).execute();
  const clashes = here.flatMap(({ number, name }) => {
    if (number === file.person.number) return [`Number ${number} is here already: ${name}.`];
    const meant = named.find((one) => one.number === number)?.name;
    return meant === name ? [] : [`Number ${number} is ${name} here, and ${meant} in the file.`];
  });
  const known = new Set(here.map(({ number }) => number));
  // Who may act for whom is decided here, not in a file: a running deputy would see a whole line of people.
  const deputies = (file.tables['deputies'] ?? []).flatMap(({ manager, person, endedOn }, at) => {
    if (manager !== file.person.number && person !== file.person.number) return [`tables.deputies.${at}: it is not about ${file.person.name}.`];
    const isRunning = String(endedOn) >= today && [manager, person].some((number) => known.has(String(number)));
    return isRunning ? [`tables.deputies.${at}: a deputy who stands for somebody here is named here, not brought in. Take the row out of the file.`] : [];
  });
  const missing = async (kind: string, wanted: string[], table: string, key: string) => {
    const { rows } = await sql<{ id: string }>`select id from unnest(${wanted}::text[]) as id where not exists (select from ${sql.table(table)} t where ${sql.id('t', key)} = id)`.execute(trx);
    return rows.map(({ id }) => `The catalogue here has no ${kind} “${id}”.`);
  };
  return [
    ...clashes, ...deputies,
    ...await missing('role', namesIn(file, 'role', 'roles'), 'roles', 'role_id'),
    ...await missing('skill', namesIn(file, 'skill', 'skills'), 'skills', 'skill_id'),
    ...await missing('family', namesIn(file, 'family'), 'families', 'family_id'),
    ...await missing('certificate', namesIn(file, 'certification'), 'certifications', 'certification_id'),
  ].slice(0, most);
}
