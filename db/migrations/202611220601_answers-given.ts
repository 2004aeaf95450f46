import { sql, type Kysely } from 'kysely';

/** What a colleague has answered lately is looked for each time the page of questions is shown, as an answer can be corrected for a day. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`create index rating_requests_answered_by_index on rating_requests (answered_by, answered_at desc) where kind = 'peer' and answer = 'rated'`).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql.raw('drop index rating_requests_answered_by_index').execute(db);
}
