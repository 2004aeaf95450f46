import { sql } from 'kysely';
import type { Db } from '#db/handle.ts';

/**
 * Adds so many people at once, with everything a list reads: a role, a manager (everybody leads ten), twelve skills, and for some an
 * earlier role, time away, a certificate, a wish and what they show. By statement, not by command: for plans and measures alone. Answers the id of the one on top.
 */
export async function addManyPeople(db: Db, count: number): Promise<number> {
  const { rows: [{ first } = { first: 0 }] } = await sql<{ first: number }>`
    with made as (insert into people (number, name, email)
      select 'M' || n, 'Person ' || md5(n::text), 'm' || n || '@test.example' from generate_series(1, ${count}::int) n returning person_id)
    select min(person_id) as first from made`.execute(db);
  // Row by row these would take minutes for what is known to be right here.
  const triggers = [['reporting_lines', 'reporting_lines_no_cycle'], ['ratings', 'ratings_current_levels']] as const;
  for (const [table, trigger] of triggers) await sql`alter table ${sql.table(table)} disable trigger ${sql.ref(trigger)}`.execute(db);
  const people = sql`(select person_id, person_id - ${first}::int as n from people where person_id >= ${first})`;
  const role = sql`(select role_id, family_id, grade, row_number() over (order by role_id) - 1 as place, count(*) over () as roles from roles)`;
  await sql`insert into teams (name) select 'Team ' || n from generate_series(1, 200) n`.execute(db);
  await sql`insert into reporting_lines (person_id, manager_id, started_on)
    select person_id, ${first}::int + (n - 1) / 10, '2024-01-01' from ${people} p where n > 0`.execute(db);
  await sql`insert into appointments (person_id, kind, role_id, family_id, grade, started_on, team_id, status, entered_at, confirmed_at)
    select p.person_id, 'primary', r.role_id, r.family_id, r.grade, date '2022-01-01' + (p.n % 1500)::int, (select min(team_id) from teams) + (p.n % 200)::int, 'confirmed', now(), now()
    from ${people} p join ${role} r on r.place = p.n % r.roles`.execute(db);
  await sql`insert into appointments (person_id, kind, role_id, family_id, grade, started_on, ended_on, status, entered_at, confirmed_at)
    select p.person_id, 'primary', r.role_id, r.family_id, r.grade, '2019-01-01', '2021-12-31', 'confirmed', now(), now()
    from ${people} p join ${role} r on r.place = (p.n / 7) % r.roles where p.n % 2 = 0`.execute(db);
  await sql`insert into ratings (person_id, skill_id, level, source, rated_at)
    select p.person_id, s.skill_id, 1 + (p.n + s.place)::int % 5, 'self', timestamptz '2026-01-01' + (p.n % 300) * interval '1 day'
    from ${people} p join (select skill_id, row_number() over (order by skill_id) - 1 as place, count(*) over () as skills from skills) s on (s.place + p.n) % s.skills < 12`.execute(db);
  await sql`insert into current_levels (person_id, skill_id, self_level, self_at, claimed_level)
    select person_id, skill_id, level, rated_at, level from ratings where person_id >= ${first}`.execute(db);
  await sql`insert into pauses (person_id, kind, started_on, ended_on, status, entered_at, confirmed_at)
    select person_id, 'parental', '2025-01-01', '2025-06-30', 'confirmed', now(), now() from ${people} p where n % 20 = 0`.execute(db);
  await sql`insert into person_certifications (person_id, certification_id, issued_on, status, entered_at, confirmed_at)
    select person_id, 'comptia-a-plus', '2024-01-01', 'confirmed', now(), now() from ${people} p where n % 10 = 0`.execute(db);
  await sql`insert into wishes (person_id, wish, stated_at) select person_id, 'move', now() from ${people} p where n % 20 = 0`.execute(db);
  await sql`insert into visibility_choices (person_id, section, choice) select person_id, 'skills', 'hidden' from ${people} p where n % 4 = 0`.execute(db);
  for (const [table, trigger] of triggers) await sql`alter table ${sql.table(table)} enable trigger ${sql.ref(trigger)}`.execute(db);
  for (const table of ['people', 'reporting_lines', 'appointments', 'ratings', 'current_levels', 'pauses', 'person_certifications', 'wishes', 'visibility_choices']) await sql`analyze ${sql.table(table)}`.execute(db);
  return first;
}
