import { sql } from 'kysely';
import { refused, run, type Refused, type Result, type SignedCall, type SignedStep } from '#app/server/command.server.ts';
import { holdOneself } from '#app/server/hold-person.server.ts';
import { most, type DayCount } from '../read-tickets.server.ts';

/** What a file of tickets came to. */
export interface TakenTickets {
  tickets: number;
  days: number;
  /** Days that were here before and now have other counts. */
  changed: number;
}

/**
 * Takes counts of closed tickets in. A day that is here already is replaced for the categories of the file, so that no ticket counts
 * twice however often a file comes; other days and other categories stay. Only counts are kept: nothing that a ticket says. Refuses more
 * categories in all than one can look after.
 */
export function takeTickets(call: SignedCall, personId: number, counts: readonly DayCount[], sha256: string): Promise<Result<TakenTickets>> {
  return run(call, 'takeTickets', { personId, sha256 }, async (step): Promise<TakenTickets | Refused> => {
    await holdOneself(step, personId);
    const { trx } = step;
    const rows = await inKnownSpelling(step, personId, counts);
    const days = [...new Set(rows.map(({ closedOn }) => closedOn))];
    const categories = [...new Set(rows.map(({ category }) => category))];
    const before = await trx.deleteFrom('ticketCounts').where('personId', '=', personId)
      .where('closedOn', '=', sql<string>`any(${days}::date[])`).where('category', '=', sql<string>`any(${categories}::text[])`)
      .returning(['closedOn', 'category', 'tickets']).execute();
    await sql`insert into ticket_counts (person_id, closed_on, category, tickets)
      select ${personId}, * from unnest(${rows.map((row) => row.closedOn)}::date[], ${rows.map((row) => row.category)}::text[], ${rows.map((row) => row.tickets)}::int[]) as t (closed_on, category, tickets)
      where tickets > 0`.execute(trx);
    const { inAll } = await trx.selectFrom('ticketCounts').select(sql<number>`count(distinct category)::int`.as('inAll')).where('personId', '=', personId).executeTakeFirstOrThrow();
    if (inAll > most.categories) return refused(`With this file your tickets would have ${inAll} categories, and at most ${most.categories} are possible. Is the right column called the category?`, 'file');
    const taken = { tickets: rows.reduce((sum, { tickets }) => sum + tickets, 0), days: days.length, changed: changedDays(before, rows).length };
    step.audit({ on: personId, subject: 'tickets', after: { ...taken, categories: categories.length } });
    return taken;
  });
}

/** "printer" is the "Printer" that is here already. */
async function inKnownSpelling({ trx }: SignedStep, personId: number, counts: readonly DayCount[]): Promise<DayCount[]> {
  const known = await trx.selectFrom('ticketCounts').select('category').distinct().where('personId', '=', personId).execute();
  const spelling = new Map(known.map(({ category }) => [category.toLowerCase(), category]));
  return counts.map((count) => ({ ...count, category: spelling.get(count.category.toLowerCase()) ?? count.category }));
}

/** Days that had counts of these categories and now have others. */
function changedDays(before: readonly DayCount[], after: readonly DayCount[]): string[] {
  const told = (counts: readonly DayCount[]) => {
    const days = new Map<string, string[]>();
    for (const { closedOn, category, tickets } of counts) if (tickets > 0) days.set(closedOn, [...(days.get(closedOn) ?? []), `${tickets} ${category}`]);
    return new Map([...days].map(([day, words]) => [day, words.sort().join('\n')]));
  };
  const now = told(after);
  return [...told(before)].filter(([day, words]) => now.get(day) !== words).map(([day]) => day);
}
