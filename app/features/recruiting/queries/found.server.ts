import { sql, type RawBuilder } from 'kysely';
import { sections, type Disclosure, type Section } from '#app/domain/disclosure.ts';
import type { Policy } from '#app/domain/policy.ts';
import type { Actor } from '#app/server/actor.server.ts';
import type { ReadDb } from '#db/handle.ts';
import type { SearchParams } from '../input.server.ts';

/** What a search asks for, without where in the list one is. */
export type Criteria = Omit<SearchParams, 'after' | 'before' | 'for' | 'near'>;

/** Who searches, when, and by which numbers. */
export type Searcher = { actor: Pick<Actor, 'accountId' | 'personId'>; today: string; policy: Policy };

/** One row of a page of results, as recorded: what of it may be shown is decided afterwards. */
export type FoundRow = {
  personId: number; name: string; roleId: string; familyId: string; grade: number; holders: number; roleSince: string;
  choice: Record<Section, string>; nameGranted: boolean; site: string | null; openToMoves: boolean;
  levels: Record<string, { claimed: number | null; confirmed: number | null; confirmedOn: string | null }>;
};

export type Found = { total: number; near: number; families: { id: string; count: number }[]; people: FoundRow[] };

const isShown = (choice: Disclosure) => choice !== 'hidden';
const choiceOf = sql`from visibility_choices v where v.person_id = a.person_id`;
const saidYes = (accountId: number, personId: RawBuilder<unknown>) => sql<boolean>`exists (select from name_requests n where n.account_id = ${accountId} and n.person_id = ${personId} and n.answer = 'yes')`;

/** Whether the person shows a part: chosen so, or the organisation's start where nothing is chosen. */
function showsPart(section: Section, policy: Policy): RawBuilder<boolean> {
  return isShown(policy.disclosure[section])
    ? sql`not exists (select ${choiceOf} and v.section = ${section} and v.choice = 'hidden')`
    : sql`exists (select ${choiceOf} and v.section = ${section} and v.choice <> 'hidden')`;
}

/** Whether the person shows any part at all. */
function showsAnything(policy: Policy): RawBuilder<boolean> {
  return sql`(${sql.join(sections.map((section) => showsPart(section, policy)), sql` or `)})`;
}

/** Whether the person's name shows to this account: by their choice for any part, or because they said yes to the question. */
function isNamed({ actor, policy }: Searcher): RawBuilder<boolean> {
  const namedAtFirst = sections.filter((section) => policy.disclosure[section] === 'named');
  return sql`(exists (select ${choiceOf} and v.choice = 'named') or ${saidYes(actor.accountId, sql`a.person_id`)}
    or (select count(*) ${choiceOf} and v.section = any(${namedAtFirst})) < ${namedAtFirst.length})`;
}

/** Whether so many people hold a role that naming it gives nobody away. Asked once, not for each person. */
function isCommon(role: string, { today, policy }: Searcher): RawBuilder<boolean> {
  return sql`(select count(*) from (select from appointments h where h.role_id = ${role} and h.kind = 'primary' and h.employer is null and h.status = 'confirmed'
    and coalesce(h.ended_on, 'infinity') >= ${today} and h.started_on <= ${today} limit ${policy.anonymousRoleHolders}) counted) >= ${policy.anonymousRoleHolders}`;
}

/** Whose levels match all rows, or are one level short of it in one; the narrowest of the tables is asked first. */
function levelled({ skills, confirmed }: Criteria): RawBuilder<unknown> {
  const rows = skills.map(({ skill, level }, place) => ({ skill, level, table: sql.ref(`l${place}`), held: confirmed ? sql`${sql.ref(`l${place}`)}.confirmed_level` : sql`greatest(${sql.ref(`l${place}`)}.claimed_level, ${sql.ref(`l${place}`)}.confirmed_level)` }));
  const short = sql.join(rows.map(({ level, held }) => sql`greatest(0, ${level} - ${held})`), sql` + `);
  const [first, ...others] = rows.map(({ table }) => table);
  return sql`select l0.person_id, ${short} as short from current_levels ${first!} ${sql.join(others.map((table) => sql`join current_levels ${table} using (person_id)`), sql` `)}
    where ${short} <= 1 and ${sql.join(rows.map(({ table, skill, level, held }) => sql`${table}.skill_id = ${skill} and ${held} >= ${level - 1}`), sql` and `)}`;
}

/**
 * The people who match, or are one level short in one skill (`short` = 1), with their place in a list whose order says nothing about
 * them. A condition counts only where the person shows the part it asks about, and a role only where the role itself is shown.
 */
function foundPeople(criteria: Criteria, searcher: Searcher): RawBuilder<unknown> {
  const { actor, today, policy } = searcher;
  const { skills, role, years, certificate, open } = criteria;
  const asked: Section[] = [...(skills.length > 0 ? ['skills' as const] : []), ...(years ? ['history' as const] : []), ...(certificate ? ['certificates' as const] : []), ...(open ? ['wishes' as const] : [])];
  const conditions = [
    sql`a.kind = 'primary' and a.employer is null and a.status = 'confirmed' and a.started_on <= ${today} and (a.ended_on is null or a.ended_on >= ${today})`,
    sql`a.person_id is distinct from ${actor.personId}`,
    ...(asked.length === 0 ? [showsAnything(policy)] : asked.map((section) => showsPart(section, policy))),
  ];
  if (role) conditions.push(sql`a.role_id = ${role} and (${isCommon(role, searcher)} or ${isNamed(searcher)})`);
  if (years) conditions.push(sql`exists (select from profiles(${today}) f where f.person_id = a.person_id and (f.role_since + make_interval(years => ${years}))::date <= ${today})`);
  if (open) conditions.push(sql`exists (select from availability o where o.person_id = a.person_id and o.open_to_moves)`);
  if (certificate) {
    conditions.push(sql`exists (select from person_certifications h join certifications c using (certification_id)
      where h.person_id = a.person_id and h.certification_id = ${certificate} and h.status = 'confirmed' and h.issued_on <= ${today}
        and (h.expires_on is null or h.expires_on >= ${today} or c.counts_after_expiry))`);
  }
  return sql`(with levelled as materialized (${skills.length > 0 ? levelled(criteria) : sql`select null::int as person_id, 0 as short`})
    select a.person_id, a.family_id, levelled.short, md5((select search_salt from accounts where account_id = ${actor.accountId}) || a.person_id::text) as place
    from levelled join appointments a on ${skills.length > 0 ? sql`a.person_id = levelled.person_id` : sql`true`}
      join people p on p.person_id = a.person_id and p.erased_at is null
    where ${sql.join(conditions, sql` and `)})`;
}

const inFamily = ({ family }: Criteria) => (family ? sql`family_id = ${family}` : sql`true`);

/**
 * One page of people, how many match, how many are one level short, and how many there are in each family if one were to choose
 * it. `size` rows and one more, so that one knows whether the list goes on; backwards they come in reverse.
 */
export async function findPage(
  db: ReadDb, criteria: Criteria, searcher: Searcher,
  page: { near: boolean; after: string | undefined; before: string | undefined; size: number },
): Promise<Found> {
  const { actor, today } = searcher;
  const wanted = page.near ? 1 : 0;
  const placeOf = (code: string) => sql`(select md5(a.search_salt || p.person_id::text) from profile_aliases p join accounts a using (account_id)
    where p.account_id = ${actor.accountId} and p.alias = ${`Profile ${code}`})`;
  const cursor = page.after ? sql`and place > coalesce(${placeOf(page.after)}, '')` : page.before ? sql`and place < coalesce(${placeOf(page.before)}, 'g')` : sql``;
  const order = page.before && !page.after ? sql`place desc` : sql`place`;
  const { rows } = await sql<Found>`
    with found as materialized (${foundPeople(criteria, searcher)}),
    page as (select person_id, place from found where short = ${wanted} and ${inFamily(criteria)} ${cursor} order by ${order} limit ${page.size + 1})
    select
      (select count(*)::int from found where short = 0 and ${inFamily(criteria)}) as total,
      (select count(*)::int from found where short = 1 and ${inFamily(criteria)}) as near,
      (select coalesce(jsonb_agg(jsonb_build_object('id', family_id, 'count', people)), '[]')
        from (select family_id, count(*)::int as people from found where short = ${wanted} group by family_id) by_family) as families,
      (select coalesce(jsonb_agg(jsonb_build_object(
          'personId', f.person_id, 'name', f.name, 'roleId', f.role_id, 'familyId', f.family_id, 'grade', f.grade, 'holders', f.holders, 'roleSince', f.role_since,
          'choice', jsonb_build_object('skills', f.skills_choice, 'history', f.history_choice, 'certificates', f.certificates_choice, 'wishes', f.wishes_choice),
          'nameGranted', ${saidYes(actor.accountId, sql`f.person_id`)},
          'site', (select s.name from sites s where s.site_id = f.site_id),
          'openToMoves', exists (select from availability o where o.person_id = f.person_id and o.open_to_moves),
          'levels', (select coalesce(jsonb_object_agg(c.skill_id, jsonb_build_object('claimed', c.claimed_level, 'confirmed', c.confirmed_level, 'confirmedOn', (c.confirmed_at at time zone (select time_zone from organisation))::date)), '{}')
            from current_levels c where c.person_id = f.person_id and c.skill_id = any(${criteria.skills.map(({ skill }) => skill)}))
        ) order by ${order}), '[]')
        from page join profiles(${today}) f using (person_id)) as people`.execute(db);
  return rows[0]!;
}

/** How many people match each of several searches, in their order; one statement. */
export async function countEach(db: ReadDb, searches: readonly Criteria[], searcher: Searcher): Promise<number[]> {
  if (searches.length === 0) return [];
  const counts = searches.map((criteria) => sql`(select count(*)::int from ${foundPeople(criteria, searcher)} found where short = 0 and ${inFamily(criteria)})`);
  const { rows } = await sql<{ counts: number[] }>`select array[${sql.join(counts)}] as counts`.execute(db);
  return rows[0]!.counts;
}
