import { sql } from 'kysely';
import type { Actor } from '#app/server/actor.server.ts';
import { isOffered } from '#app/server/row-rules.server.ts';
import type { ReadDb } from '#db/handle.ts';
import type { DirectorySearch } from '../input.server.ts';
import { literally, peopleInScope } from './scope.server.ts';

/** How many people a page of the directory has. */
const pageSize = 50;

type Choice = { id: number; name: string };

/** People in the actor's scope by name, a page at a time, with how many match in all and what one can filter by. */
export async function listPeople(db: ReadDb, actor: Actor, today: string, search: DirectorySearch) {
  const matching = matches(db, actor, today, search);
  const backwards = search.before !== undefined;
  const cursor = search.before ?? search.after;
  const direction = backwards ? 'desc' : 'asc';
  const [found, { total }, choices] = await Promise.all([
    matching
      .leftJoin('roles as r', 'r.roleId', 'a.roleId').leftJoin('teams as t', 't.teamId', 'a.teamId').leftJoin('sites as s', 's.siteId', 'a.siteId')
      .select(['p.personId as id', 'p.name', 'r.name as role', 't.name as team', 's.name as site'])
      .$if(cursor !== undefined, (query) => query.where(
        sql<boolean>`(p.name, p.person_id) ${sql.raw(backwards ? '<' : '>')} (select c.name, c.person_id from people c where c.person_id = ${cursor})`))
      .orderBy('p.name', direction).orderBy('p.personId', direction).limit(pageSize + 1).execute(),
    matching.select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('total')).executeTakeFirstOrThrow(),
    listChoices(db),
  ]);
  const page = found.slice(0, pageSize);
  const more = found.length > pageSize;
  if (backwards) page.reverse();
  const first = page.at(0)?.id ?? null;
  const last = page.at(-1)?.id ?? null;
  return {
    people: page,
    total,
    before: backwards ? (more ? first : null) : search.after === undefined ? null : first,
    after: backwards || more ? last : null,
    choices,
    leads: actor.leads,
    filter: { q: search.q ?? '', role: search.role ?? null, team: search.team ?? null, site: search.site ?? null, reports: search.reports === '1' },
  };
}

function matches(db: ReadDb, actor: Actor, today: string, { q, role, team, site, reports }: DirectorySearch) {
  let query = peopleInScope(db, actor, today);
  for (const word of (q ?? '').split(/\s+/).filter(Boolean)) query = query.where('p.name', 'ilike', `%${literally(word)}%`);
  if (role !== undefined) query = query.where('a.roleId', '=', role);
  if (team !== undefined) query = query.where('a.teamId', '=', team);
  if (site !== undefined) query = query.where('a.siteId', '=', site);
  if (reports) {
    query = query.where(sql<boolean>`exists (select from reporting_lines line where line.person_id = p.person_id
      and line.manager_id in (select head_id from led_by(${actor.personId}::int, ${today}::date))
      and daterange(line.started_on, line.ended_on, '[]') @> ${today}::date)`);
  }
  return query;
}

async function listChoices(db: ReadDb): Promise<{ roles: { id: string; name: string }[]; teams: Choice[]; sites: Choice[] }> {
  const { rows } = await sql<{ roles: { id: string; name: string }[]; teams: Choice[]; sites: Choice[] }>`select
    (select coalesce(jsonb_agg(jsonb_build_object('id', role_id, 'name', name) order by name), '[]') from roles where ${isOffered('roles')}) as roles,
    (select coalesce(jsonb_agg(jsonb_build_object('id', team_id, 'name', name) order by name), '[]') from teams) as teams,
    (select coalesce(jsonb_agg(jsonb_build_object('id', site_id, 'name', name) order by name), '[]') from sites) as sites`.execute(db);
  return rows[0]!;
}
