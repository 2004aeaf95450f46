import { sql, type RawBuilder } from 'kysely';

/** `isRetired` of the domain, turned round, for a row of skills, roles or transitions: the catalogue offers it. */
export function isOffered(row: string): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(`${row}.retired_on`)} is null`;
}

/** `isWaiting` of the domain for a row of current_levels: the person's own level stands above what was confirmed before it. */
export function isWaitingRow(row: string): RawBuilder<boolean> {
  const column = (name: string) => sql.ref(`${row}.${name}`);
  return sql<boolean>`coalesce(${column('self_level')} > coalesce(${column('confirmed_level')}, 0)
    and (${column('confirmed_at')} is null or ${column('self_at')} > ${column('confirmed_at')}), false)`;
}
