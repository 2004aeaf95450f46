import { sql } from 'kysely';
import { suggestionText, ticketSuggestions, type TicketSuggestion } from '#app/domain/ticket-evidence.ts';
import type { Actor } from '#app/server/actor.server.ts';
import { notFound, refused, run, type Call, type Refused, type Result, type Step } from '#app/server/command.server.ts';
import type { AnswerTicketsInput, MapCategoriesInput, UndoAnswerInput } from './input.server.ts';
import { listCounts } from './queries.server.ts';
import type { DayCount } from './read-tickets.server.ts';

type SignedCall = Call & { actor: Actor };
type SignedStep = Step<Actor>;

/** What a file of tickets came to. */
export interface TakenTickets {
  tickets: number;
  days: number;
  /** Days that were here before and now have other counts. */
  changed: number;
}

/**
 * Takes counts of closed tickets in. A day that is here already is replaced for the categories of the file, so that no ticket counts
 * twice however often a file comes; other days and other categories stay. Only counts are kept: nothing that a ticket says.
 */
export function takeTickets(call: SignedCall, personId: number, counts: readonly DayCount[], sha256: string): Promise<Result<TakenTickets>> {
  return run(call, 'takeTickets', { personId, sha256 }, async (step): Promise<TakenTickets> => {
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
    const taken = { tickets: rows.reduce((sum, { tickets }) => sum + tickets, 0), days: days.length, changed: changedDays(before, rows).length };
    step.audit({ on: personId, subject: 'tickets', after: { ...taken, categories: categories.length } });
    return taken;
  });
}

/** Says which skills categories show from now on; without a skill they are left out on purpose. Refuses skills that the catalogue does not have. */
export function mapCategories(call: SignedCall, personId: number, { rows }: MapCategoriesInput): Promise<Result<{ categories: number }>> {
  return run(call, 'mapCategories', { personId, rows }, async (step): Promise<{ categories: number } | Refused> => {
    await holdOneself(step, personId);
    const { trx } = step;
    const wanted = new Map(rows.map(({ category, skills, other }) => [category, [...new Set([...skills, ...(other ? [other] : [])])]]));
    const categories = [...wanted.keys()];
    const counted = await trx.selectFrom('ticketCounts').select('category').distinct().where('personId', '=', personId).where('category', 'in', categories).execute();
    if (counted.length < categories.length) return refused('One of these categories is not among your tickets any more. The page shows those that are.');
    const mappings = [...wanted].flatMap(([category, skills]) => skills.map((skillId) => ({ personId, category, skillId })));
    await trx.insertInto('ticketCategories').values(categories.map((category) => ({ personId, category }))).onConflict((conflict) => conflict.doNothing()).execute();
    const before = await trx.deleteFrom('ticketMappings').where('personId', '=', personId).where('category', 'in', categories).returning(['category', 'skillId']).execute();
    if (mappings.length > 0) await trx.insertInto('ticketMappings').values(mappings).execute();
    step.audit({ on: personId, subject: 'ticket-categories', before: { mappings: before.length }, after: { categories: categories.length, mappings: mappings.length } });
    return { categories: categories.length };
  }, { refusals: { ticket_mappings_skill: { reason: 'One of these skills is not in the catalogue. Please choose again.' } } });
}

/**
 * Answers a suggestion. Accepted, it becomes evidence in words, with numbers and days, attached to the skill; never a rating. When the quarter
 * had been accepted before and no rating stands on that evidence, its words are brought up to date instead. Refuses what is not suggested (any more) as shown.
 */
export function answerTickets(call: SignedCall, personId: number, input: AnswerTicketsInput): Promise<Result<{ skill: string }>> {
  const { skill, quarterOn, tickets, answer } = input;
  return run(call, 'answerTickets', { personId, skill, quarterOn, tickets, answer }, async (step): Promise<{ skill: string } | Refused> => {
    await holdOneself(step, personId);
    const { trx, now } = step;
    const one = (await suggestedTo(step, personId)).find((each) => each.skill === skill && each.quarterOn === quarterOn);
    if (!one || one.tickets !== tickets) return refused('This is not suggested any more as the page showed it. It shows now what is.');
    const { name } = await trx.selectFrom('skills').select('name').where('skillId', '=', skill).executeTakeFirstOrThrow();
    const earlier = await heldAnswer(step, personId, input);
    const evidenceId = answer === 'accepted' ? await keepEvidence(step, personId, one, earlier) : (earlier?.evidenceId ?? null);
    // No to more of what was accepted leaves the evidence as it is.
    const kept = { answer: earlier?.evidenceId ? 'accepted' : answer, tickets, answeredAt: now, evidenceId };
    await trx.insertInto('ticketSuggestions').values({ personId, skillId: skill, quarterOn, ...kept })
      .onConflict((conflict) => conflict.columns(['personId', 'skillId', 'quarterOn']).doUpdateSet(kept)).execute();
    step.audit({ on: personId, subject: `tickets:${quarterOn}:${skill}`, before: earlier ? { answer: earlier.answer, tickets: earlier.tickets } : null, after: { answer, tickets, evidence: evidenceId } });
    return { skill: name };
  });
}

/** Takes an answer back, and the evidence that was made of it: it is suggested again. Refused while a rating stands on that evidence. */
export function undoAnswer(call: SignedCall, personId: number, input: UndoAnswerInput): Promise<Result<null>> {
  const { skill, quarterOn } = input;
  return run(call, 'undoTicketAnswer', { personId, skill, quarterOn }, async (step): Promise<null | Refused> => {
    await holdOneself(step, personId);
    const { trx } = step;
    const answer = await heldAnswer(step, personId, input);
    if (!answer) return refused('This had been taken back already.');
    if (answer.rated) return refused('A rating stands on the evidence that was made of it, so it stays.');
    await trx.deleteFrom('ticketSuggestions').where('personId', '=', personId).where('skillId', '=', skill).where('quarterOn', '=', quarterOn).execute();
    if (answer.evidenceId !== null) await trx.deleteFrom('evidence').where('evidenceId', '=', answer.evidenceId).execute();
    step.audit({ on: personId, subject: `tickets:${quarterOn}:${skill}`, before: { answer: answer.answer, tickets: answer.tickets } });
    return null;
  });
}

/** The person, held until the end of the transaction. Tickets are one's own: 404 for everybody else. */
async function holdOneself({ trx, actor }: SignedStep, personId: number): Promise<void> {
  if (actor.personId !== personId) notFound();
  await trx.selectFrom('people').select('personId').where('personId', '=', personId).forNoKeyUpdate().executeTakeFirstOrThrow();
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

async function suggestedTo({ trx }: SignedStep, personId: number): Promise<TicketSuggestion[]> {
  const mappings = await trx.selectFrom('ticketMappings').select(['category', 'skillId']).where('personId', '=', personId).execute();
  const answers = await trx.selectFrom('ticketSuggestions').select(['skillId as skill', 'quarterOn', 'tickets']).where('personId', '=', personId).execute();
  const skillsOf = new Map<string, string[]>();
  for (const { category, skillId } of mappings) skillsOf.set(category, [...(skillsOf.get(category) ?? []), skillId]);
  return ticketSuggestions(await listCounts(trx, personId), skillsOf, answers);
}

interface HeldAnswer { answer: string; tickets: number; evidenceId: number | null; rated: boolean }

async function heldAnswer({ trx }: SignedStep, personId: number, { skill, quarterOn }: UndoAnswerInput | AnswerTicketsInput): Promise<HeldAnswer | undefined> {
  return trx.selectFrom('ticketSuggestions as s').select(['s.answer', 's.tickets', 's.evidenceId'])
    .select(sql<boolean>`exists (select from rating_evidence r where r.evidence_id = s.evidence_id)`.as('rated'))
    .where('s.personId', '=', personId).where('s.skillId', '=', skill).where('s.quarterOn', '=', quarterOn).executeTakeFirst();
}

/** The evidence in words: numbers, days and categories, and nothing of what a ticket said. */
async function keepEvidence({ trx, actor, now }: SignedStep, personId: number, one: TicketSuggestion, earlier: HeldAnswer | undefined): Promise<number> {
  const body = suggestionText(one);
  if (earlier?.evidenceId && !earlier.rated) {
    await trx.updateTable('evidence').set({ body, addedAt: now }).where('evidenceId', '=', earlier.evidenceId).execute();
    return earlier.evidenceId;
  }
  const { evidenceId } = await trx.insertInto('evidence').values({ personId, kind: 'text', body, addedBy: actor.personId, addedAt: now }).returning('evidenceId').executeTakeFirstOrThrow();
  await trx.insertInto('evidenceSkills').values({ evidenceId, skillId: one.skill }).execute();
  return evidenceId;
}
