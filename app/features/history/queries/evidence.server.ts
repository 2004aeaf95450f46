import { sql } from 'kysely';
import type { ReadDb } from '#db/handle.ts';

/** What a certificate of the catalogue shows: skills with a level, and the level that the person claims today; how it is renewed. */
export interface CertificateEvidence {
  certificationId: string;
  renewal: string | null;
  skills: { id: string; name: string; level: number; held: number | null }[];
}

/** What the certificates of a person are evidence for. Who may see it is the caller's to say. */
export async function evidenceOf(db: ReadDb, personId: number): Promise<CertificateEvidence[]> {
  const { rows } = await sql<CertificateEvidence>`select c.certification_id, c.renewal,
      (select coalesce(jsonb_agg(jsonb_build_object('id', s.skill_id, 'name', s.name, 'level', e.level, 'held', coalesce(l.claimed_level, l.confirmed_level)) order by e.level desc, s.name), '[]')
        from certification_evidence e join skills s using (skill_id) left join current_levels l on l.skill_id = e.skill_id and l.person_id = ${personId}
        where e.certification_id = c.certification_id) as skills
    from certifications c where c.certification_id in (select h.certification_id from person_certifications h where h.person_id = ${personId})`.execute(db);
  return rows;
}
