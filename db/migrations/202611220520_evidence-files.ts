import { sql, type Kysely } from 'kysely';

/** A piece of evidence may be a file: its name is the body, its content stands apart so that lists never read it. */
const upward = [
  `alter table evidence drop constraint evidence_kind,
     add constraint evidence_kind check (kind in ('text', 'link', 'file'))`,
  `create table evidence_files (
     evidence_id int constraint evidence_files_pk primary key constraint evidence_files_evidence references evidence on delete cascade,
     media_type text not null constraint evidence_files_media_type check (media_type in ('application/pdf', 'image/png', 'image/jpeg')),
     size_bytes int not null constraint evidence_files_size check (size_bytes between 1 and 5242880),
     sha256 bytea not null,
     content bytea not null,
     constraint evidence_files_whole check (octet_length(content) = size_bytes)
   )`,
  `create index evidence_skills_skill_index on evidence_skills (skill_id)`,
];

const downward = [
  `drop index evidence_skills_skill_index`,
  `drop table evidence_files`,
  `delete from evidence where kind = 'file'`,
  `alter table evidence drop constraint evidence_kind,
     add constraint evidence_kind check (kind in ('text', 'link'))`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of upward) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of downward) await sql.raw(statement).execute(db);
}
