import { sql } from 'kysely';
import type { Actor } from '#app/server/actor.server.ts';
import { isOffered } from '#app/server/row-rules.server.ts';
import type { ReadDb } from '#db/handle.ts';
import { literally, peopleInScope } from './scope.server.ts';

/** One place to go to. */
export interface Place { label: string; to: string; kind: 'Person' | 'Role' | 'Skill' }

/** At most so many of each kind: twenty in all. */
const most = { people: 8, roles: 6, skills: 6 };

/** People in the actor's scope, roles and own skills of whose names a word begins with the letters; none for fewer than two letters. */
export async function findPlaces(db: ReadDb, actor: Actor, today: string, letters: string): Promise<Place[]> {
  if (letters.length < 2) return [];
  const begins = (name: string) => sql<boolean>`(${sql.ref(name)} ilike ${`${literally(letters)}%`} or ${sql.ref(name)} ilike ${`% ${literally(letters)}%`})`;
  const [people, roles, skills] = await Promise.all([
    peopleInScope(db, actor, today).select(['p.personId as id', 'p.name']).where(begins('p.name')).orderBy('p.name').orderBy('p.personId').limit(most.people).execute(),
    db.selectFrom('roles as r').select(['r.roleId as id', 'r.name']).where(isOffered('r')).where(begins('r.name')).orderBy('r.name').limit(most.roles).execute(),
    actor.personId === null ? [] : db.selectFrom('skills as s').select(['s.skillId as id', 's.name']).where(isOffered('s')).where(begins('s.name'))
      .orderBy('s.name').limit(most.skills).execute(),
  ]);
  return [
    ...people.map(({ id, name }): Place => ({ label: name, to: `/people/${id}`, kind: 'Person' })),
    ...roles.map(({ id, name }): Place => ({ label: name, to: `/roles/${id}`, kind: 'Role' })),
    ...skills.map(({ id, name }): Place => ({ label: name, to: `/people/${actor.personId}/skills/${id}`, kind: 'Skill' })),
  ];
}
