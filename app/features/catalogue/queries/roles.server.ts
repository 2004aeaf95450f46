import { sql } from 'kysely';
import { isOffered } from '#app/server/row-rules.server.ts';
import type { ReadDb } from '#db/handle.ts';

/** All current roles by family, those that match the words in name, alias or summary; with how many people hold each today. */
export async function listRoles(db: ReadDb, today: string, filter: { q?: string | undefined; family?: string | undefined }) {
  const words = filter.q ? `%${filter.q.replace(/[\\%_]/g, '\\$&')}%` : null;
  const [families, roles] = await Promise.all([
    db.selectFrom('families').select(['familyId as id', 'name']).orderBy('position').execute(),
    db.selectFrom('roles as r')
      .select(['r.roleId as id', 'r.name', 'r.grade', 'r.familyId', 'r.summary', 'r.aliases'])
      .select((eb) => eb.selectFrom('appointments as a')
        .select(eb.cast<number>(eb.fn.countAll(), 'integer').as('held'))
        .whereRef('a.roleId', '=', 'r.roleId').where('a.kind', '=', 'primary').where('a.employer', 'is', null)
        .where('a.status', '=', 'confirmed').where('a.startedOn', '<=', today)
        .where((or) => or.or([or('a.endedOn', 'is', null), or('a.endedOn', '>=', today)]))
        .as('people'))
      .where(isOffered('r'))
      .$if(filter.family !== undefined, (query) => query.where('r.familyId', '=', filter.family ?? ''))
      .$if(words !== null, (query) => query.where(sql<boolean>`(r.name ilike ${words} or r.summary ilike ${words} or array_to_string(r.aliases, ' ') ilike ${words})`))
      .orderBy('r.grade').orderBy('r.name')
      .execute(),
  ]);
  return {
    filter: { q: filter.q ?? '', family: filter.family ?? null },
    families,
    total: roles.length,
    groups: families
      .map((family) => ({ ...family, roles: roles.filter((role) => role.familyId === family.id) }))
      .filter((group) => group.roles.length > 0),
  };
}
