import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { careerRoutes } from '#app/domain/career-routes.ts';
import { policyOf } from '#app/domain/policy.ts';
import { readiness } from '#app/domain/readiness.ts';
import type { RoleRequirement } from '#app/domain/requirement.ts';
import type { Role } from '#app/domain/role.ts';
import { standingOf, type Background } from '#app/domain/standing.ts';
import type { Transition } from '#app/domain/transition.ts';
import { whereabouts } from '#app/domain/whereabouts.ts';
import { cellsOf } from '#test/architecture/matrix-run.ts';
import { matrix } from '#test/architecture/permission-matrix.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { estimateFaults, estimatesOf, type Opened } from '#test/support/estimates.ts';
import { newOrganisation, testDay, type TestPerson } from '#test/support/people.ts';
import { newPersonas, personas, type Persona } from '#test/support/personas.ts';
import { serveBuild, type Served } from '#test/support/served.ts';

let database: TestDatabase;
let served: Served;
let people: Record<Persona, TestPerson>;
let manager: TestPerson;

beforeAll(async () => {
  database = await testDatabase();
  await newOrganisation(database.db);
  ({ people, manager } = await newPersonas(database.db));
  served = await serveBuild(database);
});

afterAll(async () => {
  await served.close();
  await database.close();
});

/** Every page of a person that there is, by what the matrix lets the person and a manager of the line see; those about one of the subject's own entries aside. */
const pages = matrix.filter(({ address, resource, ids }) => address.startsWith('/people/{}') && !resource && ids === undefined && !/\{\w+\}/.test(address)).map(({ address, get }) => {
  const word = (actor: string) => cellsOf(get).find((cell) => cell.actor === actor && cell.column === 'subject')?.word ?? '404';
  return { address, own: word('subject'), managers: word('manager') };
});
/** Pages of everybody, in which the person is at the centre. */
const around = ['/', '/paths', '/paths?to=network-administrator', '/paths?to=network-administrator&if=network-routing.4', '/paths?if=network-routing.4&if=ccna', '/roles', '/roles/help-desk-analyst', '/roles/compare?a=help-desk-technician&b=help-desk-analyst', '/people', '/account'];

/** The words of a page as people read them: a line a block, without scripts. */
function wordsOf(html: string): string[] {
  return html.replace(/<head>.*?<\/head>|<script\b.*?<\/script>|<svg\b.*?<\/svg>|<!--.*?-->/gs, '')
    .replace(/<\/?(?:a|b|strong|em|span|kbd|code|label|tspan|noscript)\b[^>]*>/g, '').replace(/<[^>]+>/g, '\n')
    .replaceAll('&amp;', '&').replaceAll('&#x27;', '’').replaceAll('&quot;', '"').split('\n').map((line) => line.trim()).filter(Boolean);
}

/** What no page should say to anybody. */
const nonsense = /\b(?:undefined|NaN|null|Invalid|Infinity)\b|\[object|\S {2,}\S|\(\s*\)| [,.;:](?:\s|$)|^[,;:.·]|,,|\.\.(?!\.)/;

function faultsOf(path: string, { status, text }: { status: number; text: string }): string[] {
  if (status !== 200) return [];
  const empty = [...text.matchAll(/<(h[1-6]|caption|legend|summary)\b[^>]*>\s*(?:<!--.*?-->\s*)*<\/\1>/g)].map(([heading]) => `${path}: empty ${heading}`);
  return [...wordsOf(text).filter((line) => nonsense.test(line)).map((line) => `${path}: “${line}”`), ...empty, ...estimateFaults(text).map((fault) => `${path}: ${fault}`)];
}

/** Where the matrix has a status, that one; else a page, or being sent on to where this person's own way leads. */
async function faultsFor(who: TestPerson, asked: readonly { path: string; expected: string }[]): Promise<string[]> {
  const cookie = await served.signIn(who);
  const faults: string[] = [];
  for (const { path, expected } of asked) {
    const answer = await served.send(path, { cookie });
    const isAsExpected = /^\d+$/.test(expected) ? answer.status === Number(expected) : answer.status === 200 || answer.status === 302;
    faults.push(...(isAsExpected ? [] : [`${path}: ${answer.status} instead of ${expected}`]), ...faultsOf(path, answer));
  }
  return faults;
}

describe.each(personas)('%s', (name) => {
  const asked = (whose: 'own' | 'managers') => pages.map((page) => ({ path: page.address.replace('{}', String(people[name].personId)), expected: page[whose] }));

  test('sees pages that make sense', async () => {
    expect(await faultsFor(people[name], [...asked('own'), ...around.map((path) => ({ path, expected: 'page' }))])).toEqual([]);
  });

  test('makes sense to a manager', async () => {
    expect(await faultsFor(manager, asked('managers'))).toEqual([]);
  });
});

/** The months of routes by the domain, from what the person claims and where they stand. */
async function reckonedFor({ personId }: TestPerson) {
  const facts = await database.db.selectFrom('backgrounds').selectAll().where('personId', '=', personId).$castTo<Background>().executeTakeFirstOrThrow();
  const stored = await database.db.selectFrom('catalogue').selectAll().$castTo<{ roles: Role[]; transitions: Transition[]; requirements: RoleRequirement[]; policy: unknown }>().executeTakeFirstOrThrow();
  const policy = policyOf(stored.policy);
  const standing = standingOf(facts, 'claimed', testDay, policy);
  const from = whereabouts(facts.appointments, testDay).from!.roleId;
  const routesTo = (to: string) => careerRoutes({ ...stored, from, to, standing, policy });
  const near = (to: string) => readiness(standing, stored.requirements.filter(({ role }) => role === to), 'claimed', policy);
  return {
    routesTo,
    /** The move from here to a role alone; one that needs an agreement is reckoned without, as readiness is. */
    moveTo: (to: string) => {
      const [route] = careerRoutes({ ...stored, transitions: [{ from, to }], from, to, standing, policy });
      return route && route.exceptions === 0 && near(to).status !== 'ready' ? route.months : near(to).months;
    },
  };
}

test.each(personas.filter((one) => one !== 'unrecorded'))('every sum that opens for %s is the one that the routes come to', async (name) => {
  const cookie = await served.signIn(people[name]);
  const { routesTo, moveTo } = await reckonedFor(people[name]);
  const opened = async (path: string) => estimatesOf((await served.send(path, { cookie })).text);
  const expectMoves = (moves: readonly Opened[]) => expect(moves.map(({ role, total }) => [role, total])).toEqual(moves.map(({ role }) => [role, moveTo(role!)]));

  const to = ['network-administrator', 'it-operations-manager'].find((role) => routesTo(role).length > 0)!;
  const routes = routesTo(to);
  const shown = await opened(`/paths?to=${to}`);
  const listed = routes.flatMap(({ months, hops }) => [months, ...hops.map((hop) => hop.months)]);
  expect(listed.length).toBeGreaterThan(1);
  expect(shown.slice(0, listed.length).map(({ total }) => total)).toEqual(listed);
  expectMoves(shown.slice(listed.length).filter(({ role }) => role !== to));
  expectMoves(await opened('/paths'));

  const path = await opened(`/people/${people[name].personId}?role=${to}`);
  const best = routes[0]!.hops.map(({ months }) => months);
  const steps = path.findIndex((_, place) => best.every((months, hop) => path[place + hop]?.total === months && path[place + hop]?.role === routes[0]!.hops[hop]!.to));
  const unrated = (await served.send(`/people/${people[name].personId}?role=${to}`, { cookie })).text.includes('to see how long it may take');
  expect(steps >= 0, 'the best route is laid open').toBe(!unrated);
  expectMoves(unrated ? path : path.slice(0, steps));
});

test('every page of a person is among them', () => {
  const known = readFileSync(new URL('../../app/routes.ts', import.meta.url), 'utf8');
  const folders = [...known.matchAll(/'people\/:id[^']*', 'routes\/([\w-]+)\/route\.tsx'/g)].map(([, folder]) => folder);
  const listed = new Set(matrix.filter(({ address }) => address.startsWith('/people/{}')).map(({ route }) => route));
  expect(folders.length).toBeGreaterThan(10);
  expect(folders.filter((folder) => !listed.has(folder!))).toEqual([]);
});

test('nonsense is found where there is some', () => {
  for (const words of ['Ana undefined', 'about NaN months', 'a  b', 'Team , site', '[object Object]']) {
    expect(faultsOf('/x', { status: 200, text: `<main><p>${words}</p></main>` }), words).toHaveLength(1);
  }
  expect(faultsOf('/x', { status: 200, text: '<h2></h2><h2 id="a"><!-- --></h2><h2>Skills</h2><script>null</script>' })).toHaveLength(2);
  expect(faultsOf('/x', { status: 200, text: '<p>It takes about 6 months</p>' })).toHaveLength(1);
  expect(faultsOf('/x', { status: 200, text: '<p>Ready<!-- --> <a href="/">for</a> <b>it</b>, and more…</p>' })).toEqual([]);
});
