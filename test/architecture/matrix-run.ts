import type { Served, Sent } from '#test/support/served.ts';
import { actionOutcome, loaderOutcomes, type Outcome } from '#test/support/single-fetch.ts';
import { shapeFault } from '#test/support/shape.ts';
import { changedTables, digestOf } from '#test/support/digest.ts';
import { fieldsOf } from './permission-fields.ts';
import { formFields } from './permission-forms.ts';
import { actors, nobodies, type ActorName, type Rights } from './rights.ts';
import { addressFor, type Surroundings } from './surroundings.ts';

/** One cell of a table: who asks, whose page, and the word in it. */
export interface Cell {
  actor: ActorName;
  column: string;
  word: string;
}

/** What no id can be is refused before anybody looks who asks: some actors are enough. */
const impossible: readonly string[] = Object.keys(nobodies).filter((name) => name !== 'absent');
const askingForTheImpossible: ReadonlySet<string> = new Set(['anonymous', 'manager']);

/**
 * Reads a table. Every actor has to stand in it once; one word in a line holds for the whole line. The line 'whose:' names the
 * columns: people, ids that are nobody's, several of them joined by +, or 'nobody' for all of those.
 */
export function cellsOf(table: string): Cell[] {
  const lines = table.split('\n').map((line) => line.trim().split(/\s+/)).filter(([first]) => first !== '');
  const heads = lines[0]?.[0] === 'whose:' ? (lines.shift() ?? []).slice(1) : ['-'];
  const seen = lines.flatMap(([names = '']) => names.split('+'));
  if ([...seen].sort().join() !== [...actors].sort().join()) throw new Error(`Not every actor stands in the table once: ${seen.join(', ')}`);
  return lines.flatMap(([names = '', ...words]) => names.split('+').flatMap((actor) => {
    if (words.length !== 1 && words.length !== heads.length) throw new Error(`${actor} has ${words.length} cells instead of ${heads.length}.`);
    return heads.flatMap((head, at) => (head === 'nobody' ? Object.keys(nobodies) : head.split('+'))
      .map((column) => ({ actor: actor as ActorName, column, word: words[at] ?? words[0] ?? '' })));
  })).filter(({ actor, column }) => !impossible.includes(column) || askingForTheImpossible.has(actor));
}

/** The same page's data alone, as the framework in the browser asks for it. */
export function dataAddress(address: string, query: Record<string, string> = {}): string {
  const url = new URL(address, 'http://localhost');
  url.pathname = url.pathname === '/' ? '/_root.data' : `${url.pathname}.data`;
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.pathname + url.search;
}

/** Asks for a page in every way there is. Answers what was not as the cell says, in words. */
export async function readFaults(served: Served, rights: Rights, routeId: string, cell: Cell, around: Surroundings): Promise<string[]> {
  const address = addressFor(around, rights, cell.column);
  const cookie = around.cookies[cell.actor];
  const expected = expectationOf(rights, cell.word);
  const who = `GET ${address} as ${cell.actor} (${cell.column}: ${cell.word})`;
  const faults: string[] = [];
  const note = (fault: string | null, way: string) => void (fault !== null && faults.push(`${who}, ${way}: ${fault}`));

  const page = await served.send(address, { cookie });
  note(answerFault(expected, page.status, page.headers.location), 'page');
  if (rights.resource === true && expected.fields !== null && page.status === 200) note(shapeFault(JSON.parse(page.text), expected.fields), 'page');
  if (rights.resource) return faults;
  for (const query of [{}, { _routes: routeId }] as Record<string, string>[]) {
    const answer = await served.send(dataAddress(address, query), { cookie });
    const outcomes = loaderOutcomes(answer.text);
    const root = outcomes.get('root');
    if (root) note(root.kind === 'data' ? shapeFault(root.value, fieldsOf('root', around.isSignedIn(cell.actor) ? 'somebody' : 'nobody')) : 'the root failed', 'root');
    note(outcomeFault(expected, outcomes.get('redirect') ?? outcomes.get(routeId)), `.data${JSON.stringify(query)}`);
    const others = [...outcomes.keys()].filter((id) => id !== routeId && id !== 'root' && id !== 'redirect');
    if (others.length > 0) note(`answers for ${others.join(', ')} too`, '.data');
  }
  return faults;
}

/** Asks for one route's data by the framework's old parameter, and for chosen routes of a page that is not asked for as data: 404 for everybody. */
export async function parameterFaults(served: Served, rights: Rights, routeId: string, around: Surroundings): Promise<string[]> {
  const address = addressFor(around, rights, rights.ids === undefined && !rights.address.includes('{}') ? '-' : 'subject');
  const separator = address.includes('?') ? '&' : '?';
  const faults: string[] = [];
  for (const actor of actors) {
    for (const name of ['_data', '_routes']) {
      const { status } = await served.send(`${address}${separator}${name}=${encodeURIComponent(routeId)}`, { cookie: around.cookies[actor] });
      if (status !== 404) faults.push(`GET ${address} with ${name} as ${actor}: ${status} instead of 404`);
    }
  }
  return faults;
}

/** Sends a form in every way there is. Answers what was not as the cell says, in words. */
export async function formFaults(served: Served, rights: Rights, form: { name: string }, cell: Cell, around: Surroundings): Promise<string[]> {
  const cookie = around.cookies[cell.actor];
  const who = `POST ${rights.address} “${form.name}” as ${cell.actor} (${cell.column}: ${cell.word})`;
  const faults: string[] = [];
  for (const way of ['page', '.data'] as const) {
    const { address, fields } = await filled(rights, form.name, cell.column, around);
    const before = await around.journal.read();
    const answer = await served.send(way === 'page' ? address : dataAddress(address), { cookie, form: fields });
    const changed = changedTables(before, await around.journal.read());
    const status = way === 'page' ? answer.status : statusOf(actionOutcome(answer.text), answer.status);
    const expected = { done: 303, kept: 400, away: way === 'page' ? 302 : 400 }[cell.word] ?? Number(cell.word);
    if (status !== expected) faults.push(`${who}, ${way}: ${status} instead of ${expected}`);
    if (cell.word === 'done' && changed.length === 0) faults.push(`${who}, ${way}: nothing was changed`);
    if (cell.word !== 'done' && changed.length > 0) faults.push(`${who}, ${way}: changed ${changed.join(', ')}`);
  }
  return faults;
}

/** Sends a form to where none is taken: 405. */
export async function nothingToSendFaults(served: Served, rights: Rights, cell: { actor: ActorName; column: string }, around: Surroundings): Promise<string[]> {
  const address = addressFor(around, rights, cell.column);
  const faults: string[] = [];
  for (const to of [address, dataAddress(address)]) {
    const { status } = await served.send(to, { cookie: around.cookies[cell.actor], form: [['intent', 'anything']] });
    if (status !== 405) faults.push(`POST ${to} as ${cell.actor}: ${status} instead of 405`);
  }
  return faults;
}

/** What another site's page could send with the visitor's cookie. */
const foreign: readonly Record<string, string>[] = [
  { Origin: 'https://evil.example' }, { Origin: 'null' }, { 'Sec-Fetch-Site': 'cross-site' }, { 'Sec-Fetch-Site': 'same-site' },
];

/** Sends a form from elsewhere, in every way there is: 403 (404 for ?_data=), and no row changes. */
export async function foreignFaults(served: Served, rights: Rights, routeId: string, name: string | null, cell: { actor: ActorName; column: string }, around: Surroundings): Promise<string[]> {
  const cookie = around.cookies[cell.actor];
  const { address, fields } = name === null
    ? { address: addressFor(around, rights, cell.column), fields: [['intent', 'anything']] as const } : await filled(rights, name, cell.column, around);
  const separator = address.includes('?') ? '&' : '?';
  const faults: string[] = [];
  const before = await digestOf(served.database.db, []);
  for (const headers of foreign) {
    const sent: Sent = { cookie, form: fields, headers };
    for (const [to, expected] of [[address, 403], [dataAddress(address), 403], [`${address}${separator}index`, 403], [`${address}${separator}_data=${encodeURIComponent(routeId)}`, 404]] as const) {
      const { status } = await served.send(to, sent);
      if (status !== expected) faults.push(`POST ${to} as ${cell.actor} with ${JSON.stringify(headers)}: ${status} instead of ${expected}`);
    }
  }
  const changed = changedTables(before, await digestOf(served.database.db, []));
  return changed.length === 0 ? faults : [...faults, `POST ${address} from elsewhere changed ${changed.join(', ')}`];
}

async function filled(rights: Rights, name: string, column: string, around: Surroundings) {
  const { fields, id } = await formFields(name, column, around);
  return { fields, address: addressFor(around, rights, column, id) };
}

interface Expectation {
  status: number;
  to: string | null;
  /** The fields of the loader's data; null where there are none. */
  fields: string | null;
}

function expectationOf(rights: Rights, cell: string): Expectation {
  if (cell === 'login') return { status: 302, to: '/login', fields: null };
  if (cell.startsWith('/')) return { status: 302, to: cell, fields: null };
  if (/^\d+$/.test(cell)) return { status: Number(cell), to: null, fields: null };
  const [word = '', status = '200'] = cell.split('/');
  return { status: Number(status), to: null, fields: fieldsOf(rights.route, word) };
}

function answerFault(expected: Expectation, status: number, location: string | undefined): string | null {
  if (status !== expected.status) return `${status} instead of ${expected.status}`;
  return expected.to === null ? null : redirectFault(expected.to, location ?? '');
}

function redirectFault(expected: string, to: string): string | null {
  const path = new URL(to, 'http://localhost').pathname;
  return new RegExp(`^${expected.replace('{}', '\\d+')}$`).test(path) ? null : `sent to ${to} instead of ${expected}`;
}

function outcomeFault(expected: Expectation, outcome: Outcome | undefined): string | null {
  if (outcome === undefined) return expected.fields === '' ? null : 'no answer for the route';
  if (outcome.kind === 'redirect') return expected.to === null ? `sent to ${outcome.to} instead of ${expected.status}` : redirectFault(expected.to, outcome.to);
  if (outcome.kind === 'error') return outcome.status === expected.status ? null : `${outcome.status} instead of ${expected.status}`;
  return expected.fields === null ? `answered with data instead of ${expected.status}` : shapeFault(outcome.value, expected.fields);
}

function statusOf(outcome: Outcome, status: number): number {
  return outcome.kind === 'data' ? status : outcome.status;
}
