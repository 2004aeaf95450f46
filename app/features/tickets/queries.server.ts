import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { skillGuesser } from '#app/domain/skill-likeness.ts';
import { skillKinds, type SkillKind } from '#app/domain/skill.ts';
import { ticketSuggestions, type TicketCount } from '#app/domain/ticket-evidence.ts';
import type { Actor } from '#app/server/actor.server.ts';
import { notFound } from '#app/server/command.server.ts';
import { getPolicy } from '#app/server/policy.server.ts';
import { isOffered } from '#app/server/row-rules.server.ts';
import type { ReadDb } from '#db/handle.ts';
import type { TicketsSearch } from './input.server.ts';

/** So many categories are asked for in one form; the others come when these have been answered. */
const askedAtOnce = 15;

/** So many answers are listed, the newest ones. */
const answersShown = 50;

interface Category { category: string; tickets: number; version: number; skills: string[] }
interface Answer { skill: string; quarterOn: string; answer: 'accepted' | 'discarded'; tickets: number; accepted: number; kept: boolean }

/** The person's own tickets: what they are evidence for, which categories have to be told, and what was answered. For the person alone; 404 for everybody else. */
export async function getTickets(db: ReadDb, actor: Actor, today: string, personId: number, search: TicketsSearch) {
  if (actor.personId !== personId) notFound();
  const [counts, categories, answers, skills, policy] = await Promise.all([
    listCounts(db, personId), listCategories(db, personId), listAnswers(db, personId), listSkills(db), getPolicy(db),
  ]);
  const names = new Map(skills.map(({ id, name, retired }) => [id, retired ? `${name} (retired)` : name]));
  const offered = skills.filter(({ retired }) => !retired);
  const offeredIds = new Set(offered.map(({ id }) => id));
  const guess = skillGuesser(offered);
  const changed = search.category === undefined ? undefined : categories.find(({ category }) => category === search.category);
  if (search.category !== undefined && !changed) notFound();
  const unknown = categories.filter(({ version }) => version === 0);
  const asked = changed ? [changed] : unknown.slice(0, askedAtOnce);
  const shownBy = new Map(categories.map(({ category, skills: shown }) => [category, shown.filter((skill) => offeredIds.has(skill))]));
  const suggested = ticketSuggestions(counts, shownBy, answers, policy);
  const named = (ids: readonly string[]) => ids.map((id) => ({ id, name: names.get(id) ?? id }));
  return {
    person: { id: personId }, today,
    ticketsWorthAsking: policy.ticketsWorthAsking,
    suggestions: suggested.map((one) => ({ ...one, skill: named([one.skill])[0]! })),
    asked: asked.map(({ category, tickets, version }) => {
      const shown = shownBy.get(category) ?? [];
      return { category, tickets, version, shown, likely: named([...new Set([...shown, ...guess(category)])]) };
    }),
    /** Tells forms about other categories apart, so that what was typed in one never shows in another. */
    form: `map-${createHash('sha256').update(asked.map(({ category }) => category).join('\n')).digest('hex').slice(0, 12)}`,
    changing: changed !== undefined,
    left: changed ? 0 : unknown.length - asked.length,
    categories: categories.map(({ category, tickets, version, skills: shown }) => ({ category, tickets, known: version > 0, skills: named(shown) })),
    answersInAll: answers.length,
    answers: answers.slice(0, answersShown).map(({ skill, ...answer }) => ({ ...answer, skill: named([skill])[0]! })),
    span: counts.length === 0 ? null : {
      from: counts.reduce((first, { firstOn }) => (firstOn < first ? firstOn : first), counts[0]!.firstOn),
      to: counts.reduce((last, { lastOn }) => (lastOn > last ? lastOn : last), counts[0]!.lastOn),
      tickets: counts.reduce((sum, { tickets }) => sum + tickets, 0),
    },
    kinds: asked.length === 0 ? [] : skillKinds.map((kind) => ({ kind, skills: offered.filter((skill) => skill.kind === kind).map(({ id, name }) => ({ id, name })) })),
  };
}
export type TicketsView = Awaited<ReturnType<typeof getTickets>>;

/** By quarter and category. */
export async function listCounts(db: ReadDb, personId: number): Promise<TicketCount[]> {
  const { rows } = await sql<TicketCount>`
    select date_trunc('quarter', closed_on)::date as quarter_on, category, sum(tickets)::float8 as tickets, min(closed_on) as first_on, max(closed_on) as last_on
    from ticket_counts where person_id = ${personId} group by 1, 2`.execute(db);
  return rows;
}

async function listCategories(db: ReadDb, personId: number): Promise<Category[]> {
  const { rows } = await sql<Category>`
    select t.category, sum(t.tickets)::float8 as tickets, coalesce(c.version, 0) as version,
      coalesce((select jsonb_agg(m.skill_id order by m.skill_id) from ticket_mappings m where m.person_id = t.person_id and m.category = t.category), '[]') as skills
    from ticket_counts t left join ticket_categories c on c.person_id = t.person_id and c.category = t.category
    where t.person_id = ${personId} group by t.person_id, t.category, c.version order by sum(t.tickets) desc, t.category`.execute(db);
  return rows;
}

/** The newest first. `accepted`: for how many of the tickets evidence stands; `kept`: a rating stands on the last piece of it, so that it cannot be taken back. */
export async function listAnswers(db: ReadDb, personId: number): Promise<Answer[]> {
  const { rows } = await sql<Answer>`
    select s.skill_id as skill, s.quarter_on, s.answer, s.tickets, coalesce(p.accepted, 0) as accepted,
      coalesce(p.accepted, 0) >= s.tickets and exists (select from rating_evidence r where r.evidence_id = p.newest) as kept
    from ticket_suggestions s left join lateral (
      select sum(tickets)::int as accepted, max(evidence_id) as newest from ticket_pieces p
      where p.person_id = s.person_id and p.skill_id = s.skill_id and p.quarter_on = s.quarter_on) p on true
    where s.person_id = ${personId} order by s.answered_at desc, s.skill_id`.execute(db);
  return rows;
}

async function listSkills(db: ReadDb): Promise<{ id: string; name: string; kind: SkillKind; description: string; retired: boolean }[]> {
  const { rows } = await sql<{ id: string; name: string; kind: SkillKind; description: string; retired: boolean }>`
    select skill_id as id, name, kind, description, not ${isOffered('skills')} as retired from skills order by name`.execute(db);
  return rows;
}
