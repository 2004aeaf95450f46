import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { AccountInput, ChoosePasswordInput, LinkParams, LoginParams, SetUpInput, SignInInput } from '#app/features/accounts/input.server.ts';
import { AdvertSearch, CompareSearch, PathsSearch, RolesSearch } from '#app/features/catalogue/input.server.ts';
import { AcknowledgeTalkInput, FlagsSearch, NewTalkSearch, RecordTalkInput, WishInput } from '#app/features/clock/input.server.ts';
import { EvidenceForm, EvidenceSearch } from '#app/features/evidence/input.server.ts';
import { ProfileSections } from '#app/features/exchange/resume/profile.server.ts';
import { ResumeForm } from '#app/features/exchange/resume/input.server.ts';
import { DecideEntries, EntryForm, EntrySearch } from '#app/features/history/input.server.ts';
import { DirectorySearch, PaletteSearch, PathSearch } from '#app/features/people/input.server.ts';
import { CompleteItemInput, ItemForm, ItemSearch, OfferMentoringInput, PlanForm, PlanSearch } from '#app/features/plans/input.server.ts';
import { AnswerForm, AskForm, AskSearch, SkillForm, SkillSearch, SkillsForm, SkillsSearch } from '#app/features/ratings/input.server.ts';
import { AskNameInput, ProfileSearch, SearchParams, ShareInput, VisibilityInput, VisibilitySearch } from '#app/features/recruiting/input.server.ts';
import { StepSearch } from '#app/features/welcome/input.server.ts';
import { StepForm } from '#app/routes/welcome-step/input.server.ts';
import { TicketsForm, TicketsSearch } from '#app/features/tickets/input.server.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { show } from '#test/support/people.ts';
import { formsOf } from '#test/support/schema-fields.ts';
import { serveBuild, type Served } from '#test/support/served.ts';
import { dataAddress } from './matrix-run.ts';
import { matrix } from './permission-matrix.ts';
import type { ActorName, Rights } from './rights.ts';
import { strangeBody, strangePairs, strangeSegment } from './strange.ts';
import { addressFor, surroundings, type Surroundings } from './surroundings.ts';

/** What each route's action takes. */
const formSchemas: Record<string, z.ZodType> = {
  tickets: TicketsForm,
  login: SignInInput, setup: SetUpInput, password: ChoosePasswordInput, account: AccountInput, skills: SkillsForm, 'rate-skill': SkillForm, 'ask-colleague': AskForm, 'asked-one': AnswerForm, conversation: WishInput,
  'talk-new': RecordTalkInput, talk: AcknowledgeTalkInput, history: DecideEntries, 'history-entry': EntryForm, visibility: VisibilityInput, profile: AskNameInput, sharing: ShareInput,
  plan: PlanForm, 'plan-item': ItemForm, 'plan-item-done': CompleteItemInput, mentoring: OfferMentoringInput,
  evidence: EvidenceForm, 'welcome-step': StepForm, 'bring-in': ResumeForm,
};
/** What each route's loader reads from the query string. */
const searchSchemas: Record<string, z.ZodType> = {
  tickets: TicketsSearch,
  login: LoginParams, setup: LinkParams, password: LinkParams, roles: RolesSearch, 'role-compare': CompareSearch, 'role-advert': AdvertSearch, paths: PathsSearch, flags: FlagsSearch, 'talk-new': NewTalkSearch,
  people: DirectorySearch, 'my-path': PathSearch, palette: PaletteSearch, skills: SkillsSearch, 'rate-skill': SkillSearch, 'ask-colleague': AskSearch, evidence: EvidenceSearch, visibility: VisibilitySearch, search: SearchParams, profile: ProfileSearch,
  'welcome-step': StepSearch, plan: PlanSearch, 'plan-item': ItemSearch, 'history-entry': EntrySearch,
  'printable-profile': ProfileSections,
};
/** Actions and loaders that read nothing. */
const formless = ['logout', 'not-found'];
const queryless = ['home', 'logout', 'account', 'role', 'history', 'conversation', 'talk', 'about-data', 'not-found', 'take-with-me', 'take-everything',
  'sharing', 'shared', 'evidence-file', 'skill-interests', 'asked', 'asked-one', 'welcome', 'plan-item-done', 'plan-ledger', 'mentors', 'mentoring',
  'take-resume', 'bring-in',
];

const runs = Number(process.env['FUZZ_RUNS'] ?? 50);
let database: TestDatabase;
let served: Served;
let around: Surroundings;

beforeAll(async () => {
  database = await testDatabase();
  served = await serveBuild(database);
  around = await surroundings(served);
});

afterAll(async () => {
  await served.close();
  await database.close();
});

/** Whoever may reach furthest: the subject and the manager on pages of people, the recruiter among profiles. */
function reachingFurthest({ route }: Rights): ActorName[] {
  if (route === 'search' || route === 'profile') return ['recruiter'];
  if (route === 'asked-one') return ['colleague'];
  return ['login', 'password', 'setup'].includes(route) ? ['anonymous'] : ['subject', 'manager'];
}

/** Numbers and words that mean something in this world. */
function known(): string[] {
  const { ids, talks, entries } = around.world;
  return [...Object.values(ids), ...Object.values(talks), ...Object.values(entries)].map(String);
}

/** A form may have ended the session, or hidden the profile, that the next one is about. */
async function cookieOf(actor: ActorName): Promise<string | undefined> {
  if (actor === 'anonymous') return undefined;
  const account = around.world.accounts[actor];
  if (actor === 'recruiter') await show(database.db, around.world.ids.subject, { skills: 'anonymous', history: 'anonymous' });
  const alive = await database.db.selectFrom('sessions').select('sessionId').where('accountId', '=', account.accountId).where('endedAt', 'is', null).executeTakeFirst();
  if (!alive) around.cookies[actor] = await served.signIn(account);
  return around.cookies[actor];
}

const firstOf = (route: string) => matrix.find((rights) => rights.route === route) as Rights;
const expectSound = (status: number, way: string) => {
  expect(status >= 200 && status < 500, `${way}: ${status}\n${served.lines.filter((line) => line.includes('"level":"error"')).join('')}`).toBe(true);
};

/** Any of the ways to a page of the route, at times with an id that is none. */
const someAddress = (route: string) => fc.tuple(fc.constantFrom(...matrix.filter((rights) => rights.route === route)), fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: strangeSegment }), fc.boolean())
  .map(([rights, segment, asData]) => {
    const column = rights.address.includes('{}') ? 'subject' : '-';
    const address = addressFor(around, rights, column, segment ?? undefined).split('?', 1)[0] ?? '';
    return asData && rights.resource === undefined ? dataAddress(address) : address;
  });

describe(`V2.2.1, V15.3.6, V15.3.7: actions given ${runs} strange forms each`, () => {
  const takingForms = [...new Set(matrix.filter(({ forms }) => forms !== null).map(({ route }) => route))];

  test('every action is among them', () => {
    expect(takingForms.filter((route) => !formless.includes(route)).sort()).toEqual(Object.keys(formSchemas).sort());
  });

  for (const [route, schema] of Object.entries(formSchemas)) {
    test(route, async () => {
      const actors = reachingFurthest(firstOf(route));
      const body = fc.constantFrom(...formsOf(schema)).chain((fields) => strangeBody(strangePairs(fields, known())));
      await fc.assert(fc.asyncProperty(fc.constantFrom(...actors), someAddress(route), body, async (actor, address, sent) => {
        served.lines.length = 0;
        const { status } = await served.send(address, { cookie: await cookieOf(actor), body: sent });
        expectSound(status, `POST ${address} as ${actor}`);
        expect(status, 'still signed in').not.toBe(401);
      }), { numRuns: runs });
    });
  }
});

describe(`V2.2.1, V15.3.7: pages asked for with ${runs} strange query strings each, fewer where nothing reads them`, () => {
  const routes = [...new Set(matrix.map(({ route }) => route))];

  test('every page is among them', () => {
    expect(routes.filter((route) => !queryless.includes(route)).sort()).toEqual(Object.keys(searchSchemas).sort());
  });

  for (const route of routes) {
    test(route, async () => {
      const actors = reachingFurthest(firstOf(route));
      const fields = route in searchSchemas ? formsOf(searchSchemas[route] as z.ZodType).flat() : [{ name: 'index', words: [], isNumber: false }];
      await fc.assert(fc.asyncProperty(fc.constantFrom(...actors), someAddress(route), strangePairs(fields, known()), async (actor, address, pairs) => {
        served.lines.length = 0;
        const query = new URLSearchParams(pairs.map(([name, value]) => [name, value.slice(0, 300)])).toString().slice(0, 12_000);
        const { status } = await served.send(`${address}?${query}`, { cookie: await cookieOf(actor) });
        expectSound(status, `GET ${address}?${query} as ${actor}`);
      }), { numRuns: route in searchSchemas ? runs : Math.ceil(runs / 5) });
    });
  }
});

test('V15.3.3: nobody became anybody else by a field that no form has', async () => {
  const rows = await database.db.selectFrom('accounts').select(['personId', 'access']).where('personId', 'in', [around.world.ids.subject, around.world.ids.report]).execute();
  expect(rows.map(({ access }) => access)).toEqual([['staff'], ['staff']]);
});
