import { sql } from 'kysely';
import { isOffered } from '#app/server/row-rules.server.ts';
import type { ReadDb, Trx } from '#db/handle.ts';
import type { Catalogue } from '../present.ts';

/** What rows of a curriculum vitae may mean here, in one statement: by name; retired skills and roles are left out. */
export async function getMeanings(db: ReadDb | Trx): Promise<Catalogue> {
  const { rows: [found] } = await sql<Catalogue>`select
    (select coalesce(jsonb_agg(jsonb_build_object('familyId', family_id, 'name', name) order by position), '[]') from families) as families,
    (select coalesce(jsonb_agg(jsonb_build_object('roleId', role_id, 'name', name, 'aliases', aliases, 'familyId', family_id, 'grade', grade, 'retiredOn', retired_on) order by name), '[]')
      from roles where ${isOffered('roles')}) as roles,
    (select coalesce(jsonb_agg(jsonb_build_object('skillId', skill_id, 'name', name) order by name), '[]') from skills where ${isOffered('skills')}) as skills,
    (select coalesce(jsonb_agg(jsonb_build_object('certificationId', certification_id, 'name', name) order by name), '[]') from certifications) as certifications`.execute(db);
  return found!;
}
