import { sql } from 'kysely';
import { addDays, wholeMonthsBetween } from '#app/domain/date.ts';
import { stretchSpan } from '#app/domain/stretch-work.ts';
import type { ItemKind } from '#app/domain/plan.ts';
import type { Actor } from '#app/server/actor.server.ts';
import type { ReadDb } from '#db/handle.ts';
import { getPlanner, type ItemRow } from './subject.server.ts';

/** What counts as stretch work: what is done beside others or beyond the role. Courses and certificates are learning of another kind. */
const kinds: readonly ItemKind[] = ['shadowing', 'project', 'on-call', 'mentoring'];

/**
 * All stretch work a person ever did or does, of this plan and of earlier ones, the newest first, with totals a kind and year; and how much
 * of others' work they hosted, as counts alone: others' plans are theirs. For the person and the line, 404 for everybody else.
 */
export async function getLedger(db: ReadDb, actor: Actor, today: string, personId: number) {
  const [planner, hosted] = await Promise.all([getPlanner(db, actor, today, personId), countHosted(db, personId)]);
  const entries = planner.items.filter(isStretch).map((item) => {
    const { from, to } = stretchSpan(item, today);
    return { id: item.id, kind: item.kind, title: item.title, skill: item.skill, host: item.host, state: item.state, from, to, months: wholeMonthsBetween(from, addDays(to, 1)), outcome: item.outcome };
  }).sort((a, b) => (a.to < b.to ? 1 : a.to > b.to ? -1 : b.id - a.id));
  const years = [...new Set(entries.map(({ to }) => to.slice(0, 4)))].sort().reverse();
  return {
    mine: planner.relation === 'self', person: { id: planner.id, name: planner.name }, kinds,
    entries,
    totals: years.map((year) => ({ year, counts: kinds.map((kind) => entries.filter((one) => one.kind === kind && one.to.startsWith(year)).length) })),
    hosted,
  };
}

function isStretch(item: ItemRow): item is ItemRow & { state: 'under-way' | 'done' } {
  return kinds.includes(item.kind) && (item.state === 'done' || item.state === 'under-way');
}

async function countHosted(db: ReadDb, personId: number): Promise<{ kind: ItemKind; count: number }[]> {
  const { rows } = await sql<{ kind: ItemKind; count: number }>`select kind, count(*)::int as count from plan_items
    where host_id = ${personId} and state in ('done', 'under-way') and kind = any(${kinds}) group by kind order by array_position(${kinds}::text[], kind)`.execute(db);
  return rows;
}
