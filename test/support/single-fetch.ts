/** How one route, or a redirect in the place of all of them, answered. */
export type Outcome =
  | { kind: 'data'; value: unknown }
  | { kind: 'error'; status: number; value: unknown }
  | { kind: 'redirect'; status: number; to: string };

interface Redirect { redirect: string; status: number }

/** A value the framework sends in a class of its own. */
class Tagged {
  readonly tag: string;
  readonly parts: unknown[];

  constructor(tag: string, parts: unknown[]) {
    this.tag = tag;
    this.parts = parts;
  }
}

/** The answer to a GET of `….data`, by route id; a redirect stands under 'redirect'. */
export function loaderOutcomes(text: string): Map<string, Outcome> {
  const answer = decode(text);
  const to = redirectIn(answer);
  if (to) return new Map([['redirect', to]]);
  return new Map(Object.entries(answer as Record<string, unknown>).map(([id, one]) => [id, outcomeOf(one)]));
}

/** The answer to a POST of `….data`. */
export function actionOutcome(text: string): Outcome {
  const answer = decode(text);
  return redirectIn(answer) ?? outcomeOf(answer);
}

/** Reads the framework's encoding: one line of JSON in which everything refers to everything by its place. Deferred parts would come on further lines; they are refused. */
function decode(text: string): unknown {
  const [line = '', ...deferred] = text.trimEnd().split('\n');
  if (deferred.length > 0) throw new Error('A part of the answer was deferred: it never arrives without JavaScript.');
  const flat = JSON.parse(line) as unknown[] | number;
  return typeof flat === 'number' ? special(flat) : read(flat, 0, new Map());
}

function read(flat: unknown[], at: number, known: Map<number, unknown>): unknown {
  if (at < 0) return special(at);
  if (known.has(at)) return known.get(at);
  const value = flat[at];
  if (Array.isArray(value)) return readList(flat, at, value, known);
  if (typeof value !== 'object' || value === null) return value;
  const object: Record<string, unknown> = {};
  known.set(at, object);
  for (const [key, place] of Object.entries(value as Record<string, number>)) object[String(flat[Number(key.slice(1))])] = read(flat, place, known);
  return object;
}

function readList(flat: unknown[], at: number, value: unknown[], known: Map<number, unknown>): unknown {
  const [tag, ...rest] = value;
  if (typeof tag !== 'string') {
    const list: unknown[] = [];
    known.set(at, list);
    list.push(...value.map((place) => read(flat, place as number, known)));
    return list;
  }
  if (tag === 'P') throw new Error('A part of the answer was deferred: it never arrives without JavaScript.');
  if (tag === 'D') return new Date(rest[0] as number);
  return new Tagged(tag, rest.map((place) => (typeof place === 'number' ? read(flat, place, known) : place)));
}

function special(code: number): unknown {
  const values: Record<number, unknown> = { [-2]: NaN, [-3]: -Infinity, [-4]: -0, [-5]: null, [-6]: Infinity };
  return values[code];
}

function outcomeOf(one: unknown): Outcome {
  const { data, error } = one as { data?: unknown; error?: unknown };
  if (error === undefined) return { kind: 'data', value: data };
  const isAnswer = error instanceof Tagged && error.tag === 'ErrorResponse';
  return { kind: 'error', status: isAnswer ? Number(error.parts[1]) : 500, value: error instanceof Tagged ? error.parts : error };
}

function redirectIn(answer: unknown): Outcome | null {
  const found = answer instanceof Tagged && answer.tag === 'SingleFetchRedirect' ? answer.parts[0] : answer;
  if (typeof found !== 'object' || found === null || !('redirect' in found)) return null;
  const { redirect, status } = found as Redirect;
  return { kind: 'redirect', status, to: redirect };
}
