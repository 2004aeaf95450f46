import { missingText, namesOf, type Names } from '#app/domain/criterion-text.ts';
import { policyOf } from '#app/domain/policy.ts';
import { wholeMonthsBetween } from '#app/domain/date.ts';
import type { Background } from '#app/domain/standing.ts';
import { wholeYears, type RecruiterView } from '#app/domain/visibility.ts';
import type { Actor } from '#app/server/actor.server.ts';
import { notFound } from '#app/server/command.server.ts';
import type { ReadDb } from '#db/handle.ts';
import type { SearchParams } from '../input.server.ts';
import { countEach, findPage, type Criteria, type FoundRow, type Searcher } from './found.server.ts';
import { roleText, shownLevel, shownReadiness, viewOf, type RecruitingCatalogue } from './shown.server.ts';

const pageSize = 25;

/** Gives the aliases under which this recruiter knows people. */
export type AliasesFor = (personIds: readonly number[]) => Promise<ReadonlyMap<number, string>>;

type Reading = { db: ReadDb; aliasesFor: AliasesFor };
type Context = { criteria: Criteria; searcher: Searcher; catalogue: RecruitingCatalogue; names: Names };

/** A condition of a search, as it is told apart from the others. */
export type ConditionKey = { kind: 'skill'; skill: string } | { kind: 'role' | 'family' | 'years' | 'certificate' | 'open' | 'confirmed' };

/**
 * People for a recruiter: 25 at a time in an order that says nothing about them, each as they let themselves be seen; how many match
 * and how many are one level short; when nobody matches, how many would without each of the conditions. 404 for a skill, role,
 * family or certificate that is not there.
 */
export async function searchPeople({ db, aliasesFor }: Reading, actor: Actor, today: string, search: SearchParams) {
  const catalogue = await db.selectFrom('catalogue').select(['families', 'roles', 'skills', 'certifications', 'policy'])
    .select(search.for ? ['requirements'] : []).$castTo<RecruitingCatalogue>().executeTakeFirstOrThrow();
  const { after, before, near, for: forRole, ...criteria } = search;
  const options = optionsOf(catalogue);
  const target = forRole === undefined ? null : options.roles.find(({ id }) => id === forRole) ?? notFound();
  if (!isKnown(criteria, options)) return notFound();
  const policy = policyOf(catalogue.policy);
  const context: Context = { criteria, searcher: { actor, today, policy }, catalogue, names: namesOf(catalogue) };
  const found = await findPage(db, criteria, context.searcher, { near, after, before, size: pageSize });
  const backwards = before !== undefined && after === undefined;
  const more = found.people.length > pageSize;
  const rows = found.people.slice(0, pageSize);
  if (backwards) rows.reverse();
  const aliases = await aliasesFor(rows.map(({ personId }) => personId));
  const backgrounds = target ? await findBackgrounds(db, rows.map(({ personId }) => personId)) : new Map<number, Background>();
  const people = rows.flatMap((row) => resultOf(row, aliases.get(row.personId) ?? '', backgrounds.get(row.personId), target?.id ?? null, context) ?? []);
  return {
    criteria,
    target,
    showsNear: near,
    options,
    total: found.total,
    near: found.near,
    families: found.families.map(({ id, count }) => ({ id, name: context.names.families[id] ?? id, count })).sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1)),
    people,
    before: (backwards ? more : after !== undefined) ? people[0]?.code ?? null : null,
    after: (backwards || more) ? people.at(-1)?.code ?? null : null,
    emptied: found.total === 0 ? await countWithout(db, context) : [],
  };
}

/** The part of an alias that goes into addresses: "4F7K" of "Profile 4F7K". */
function codeOf(alias: string): string {
  return alias.slice(alias.lastIndexOf(' ') + 1);
}

function optionsOf({ families, roles, skills, certifications }: RecruitingCatalogue) {
  const named = (list: readonly { id: string; name: string }[]) => list.map(({ id, name }) => ({ id, name })).sort((a, b) => (a.name < b.name ? -1 : 1));
  return { families: families.map(({ id, name }) => ({ id, name })), roles: named(roles), skills: named(skills), certifications: named(certifications) };
}

function isKnown({ skills, role, family, certificate }: Criteria, options: ReturnType<typeof optionsOf>): boolean {
  const has = (list: readonly { id: string }[], id: string | undefined) => id === undefined || list.some((one) => one.id === id);
  return skills.every(({ skill }) => has(options.skills, skill)) && has(options.roles, role) && has(options.families, family) && has(options.certifications, certificate);
}

async function findBackgrounds(db: ReadDb, personIds: readonly number[]): Promise<Map<number, Background>> {
  if (personIds.length === 0) return new Map();
  const rows = await db.selectFrom('backgrounds').select(['personId', 'levels', 'appointments', 'pauses', 'education', 'certificates'])
    .where('personId', 'in', personIds).$castTo<Background & { personId: number }>().execute();
  return new Map(rows.map((row) => [row.personId, row]));
}

function resultOf(row: FoundRow, alias: string, background: Background | undefined, target: string | null, context: Context) {
  const { criteria, catalogue, names, searcher: { today, policy } } = context;
  const view = viewOf(row, alias, policy);
  if (!view) return null;
  return {
    code: codeOf(alias),
    label: view.label,
    isNamed: view.isNamed,
    role: roleText(view.role, catalogue, names),
    site: view.showsPlace ? row.site : null,
    years: view.sections.history === 'hidden' ? null : wholeYears(wholeMonthsBetween(row.roleSince, today)),
    openToMoves: view.sections.wishes !== 'hidden' && row.openToMoves,
    levels: view.sections.skills === 'hidden' ? [] : levelsOf(row, view, criteria, names),
    readiness: background && target ? readinessTag(background, view, target, context) : null,
  };
}

function levelsOf(row: FoundRow, view: RecruiterView, { skills, confirmed }: Criteria, names: Names) {
  return skills.flatMap(({ skill, level: wanted }) => {
    const held = row.levels[skill];
    const level = shownLevel(held as Parameters<typeof shownLevel>[0], confirmed);
    if (!held || !level) return [];
    return [{ skill: names.skills[skill] ?? skill, wanted, ...level, confirmedOn: view.sections.skills === 'full' && level.confirmed ? held.confirmedOn : null }];
  });
}

function readinessTag(background: Background, view: RecruiterView, target: string, { criteria, catalogue, names, searcher: { today, policy } }: Context) {
  const near = shownReadiness(background, view.sections, criteria.confirmed, target, catalogue, today, policy);
  return { status: near.status, missing: near.blockers.map(({ by }) => missingText(by, names)) };
}

function conditionsOf({ skills, role, family, years, certificate, open, confirmed }: Criteria): ConditionKey[] {
  const kept = (held: unknown, kind: 'role' | 'family' | 'years' | 'certificate' | 'open' | 'confirmed') => (held ? [{ kind }] : []);
  return [
    ...skills.map(({ skill }) => ({ kind: 'skill' as const, skill })),
    ...kept(role, 'role'), ...kept(family, 'family'), ...kept(years, 'years'), ...kept(certificate, 'certificate'), ...kept(open, 'open'),
    ...kept(confirmed && skills.length > 0, 'confirmed'),
  ];
}

function without(criteria: Criteria, key: ConditionKey): Criteria {
  if (key.kind === 'skill') return { ...criteria, skills: criteria.skills.filter(({ skill }) => skill !== key.skill) };
  if (key.kind === 'open' || key.kind === 'confirmed') return { ...criteria, [key.kind]: false };
  return { ...criteria, [key.kind]: undefined };
}

/** How many would match without each condition, those that help most first. */
async function countWithout(db: ReadDb, { criteria, searcher }: Context): Promise<{ key: ConditionKey; count: number }[]> {
  const keys = conditionsOf(criteria);
  const counts = await countEach(db, keys.map((key) => without(criteria, key)), searcher);
  return keys.map((key, place) => ({ key, count: counts[place]! })).sort((a, b) => b.count - a.count);
}
