import { sql, type RawBuilder } from 'kysely';
import type { Section } from '#app/domain/disclosure.ts';
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

const shown = (choice: RawBuilder<unknown>) => sql<boolean>`${choice} in ('anonymous', 'named')`;
const everyChoice = sql`f.skills_choice, f.history_choice, f.certificates_choice, f.wishes_choice`;

/** Whether the person's name shows to this account: by their own choice for any part, or because they said yes to the question. */
function isNamed({ actor }: Searcher): RawBuilder<boolean> {
  return sql`('named' in (${everyChoice}) or exists (select from name_requests n
    where n.account_id = ${actor.accountId} and n.person_id = f.person_id and n.answer = 'yes'))`;
}

/**
 * The people who match, or are one level short in one skill (`short` = 1), with their place in a list whose order says nothing about
 * them. A condition counts only where the person shows the part it asks about, and a role only where the role itself is shown.
 */
function foundPeople(criteria: Criteria, searcher: Searcher): RawBuilder<unknown> {
  const { actor, today, policy } = searcher;
  const { skills, role, years, certificate, open, confirmed } = criteria;
  const level = (name: string) => (confirmed ? sql`${sql.ref(name)}.confirmed_level` : sql`greatest(${sql.ref(name)}.claimed_level, ${sql.ref(name)}.confirmed_level)`);
  const rows = skills.map((wanted, index) => ({ ...wanted, table: `l${index}` }));
  const joins = rows.map(({ skill, table, level: wanted }) => sql`
    join current_levels ${sql.ref(table)} on ${sql.ref(table)}.person_id = f.person_id and ${sql.ref(table)}.skill_id = ${skill} and ${level(table)} >= ${wanted - 1}`);
  const short = rows.length === 0 ? sql`0` : sql.join(rows.map(({ table, level: wanted }) => sql`greatest(0, ${wanted} - ${level(table)})`), sql` + `);
  const conditions = [
    sql`f.person_id is distinct from ${actor.personId}`,
    sql`('anonymous' in (${everyChoice}) or 'named' in (${everyChoice}))`,
    sql`${short} <= 1`,
  ];
  if (rows.length > 0) conditions.push(shown(sql`f.skills_choice`));
  if (role) conditions.push(sql`f.role_id = ${role} and (${isNamed(searcher)} or f.holders >= ${policy.anonymousRoleHolders})`);
  if (years) conditions.push(shown(sql`f.history_choice`), sql`(f.role_since + make_interval(years => ${years}))::date <= ${today}`);
  if (open) conditions.push(shown(sql`f.wishes_choice`), sql`exists (select from availability o where o.person_id = f.person_id and o.open_to_moves)`);
  if (certificate) {
    conditions.push(shown(sql`f.certificates_choice`), sql`exists (select from person_certifications h join certifications c using (certification_id)
      where h.person_id = f.person_id and h.certification_id = ${certificate} and h.status = 'confirmed' and h.issued_on <= ${today}
        and (h.expires_on is null or h.expires_on >= ${today} or c.counts_after_expiry))`);
  }
  return sql`select f.person_id, f.family_id, ${short} as short, md5(a.search_salt || f.person_id::text) as place
    from profiles(${today}) f join accounts a on a.account_id = ${actor.accountId} ${sql.join(joins, sql` `)}
    where ${sql.join(conditions, sql` and `)}`;
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
          'nameGranted', exists (select from name_requests n where n.account_id = ${actor.accountId} and n.person_id = f.person_id and n.answer = 'yes'),
          'site', (select s.name from sites s where s.site_id = f.site_id),
          'openToMoves', exists (select from availability o where o.person_id = f.person_id and o.open_to_moves),
          'levels', (select coalesce(jsonb_object_agg(c.skill_id, jsonb_build_object('claimed', c.claimed_level, 'confirmed', c.confirmed_level, 'confirmedOn', c.confirmed_at::date)), '{}')
            from current_levels c where c.person_id = f.person_id and c.skill_id = any(${criteria.skills.map(({ skill }) => skill)}))
        ) order by ${order}), '[]')
        from page join profiles(${today}) f using (person_id)) as people`.execute(db);
  return rows[0]!;
}

/** How many people match each of several searches, in their order; one statement. */
export async function countEach(db: ReadDb, searches: readonly Criteria[], searcher: Searcher): Promise<number[]> {
  if (searches.length === 0) return [];
  const counts = searches.map((criteria) => sql`(select count(*)::int from (${foundPeople(criteria, searcher)}) found where short = 0 and ${inFamily(criteria)})`);
  const { rows } = await sql<{ counts: number[] }>`select array[${sql.join(counts)}] as counts`.execute(db);
  return rows[0]!.counts;
}
