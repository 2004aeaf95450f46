import { sql } from 'kysely';
import { suggestionText, ticketSuggestions, type TicketSuggestion } from '#app/domain/ticket-evidence.ts';
import { refused, run, type Refused, type Result, type SignedCall, type SignedStep } from '#app/server/command.server.ts';
import { holdOneself } from '#app/server/hold-person.server.ts';
import { getPolicy } from '#app/server/policy.server.ts';
import { isOffered } from '#app/server/row-rules.server.ts';
import type { AnswerTicketsInput, UndoAnswerInput } from '../input.server.ts';
import { listAnswers, listCounts } from '../queries.server.ts';

/**
 * Answers a suggestion. Accepted, it becomes evidence in words, with numbers and days, attached to the skill; never a rating. When the quarter
 * had been accepted before, the words of that evidence are brought up to date; when a rating stands on it, another piece tells of the tickets
 * beyond it. No to more leaves the evidence as it is. Refuses what is not suggested (any more) as shown.
 */
export function answerTickets(call: SignedCall, personId: number, input: AnswerTicketsInput): Promise<Result<{ skill: string }>> {
  const { skill, quarterOn, tickets, answer } = input;
  return run(call, 'answerTickets', { personId, skill, quarterOn, tickets, answer }, async (step): Promise<{ skill: string } | Refused> => {
    await holdOneself(step, personId);
    const { trx, now } = step;
    const one = (await suggestedTo(step, personId)).find((each) => each.skill === skill && each.quarterOn === quarterOn);
    if (!one || one.tickets !== tickets) return refused('This is not suggested any more as the page showed it. It shows now what is.');
    const { name } = await trx.selectFrom('skills').select('name').where('skillId', '=', skill).executeTakeFirstOrThrow();
    const said = { answer, tickets, answeredAt: now };
    await trx.insertInto('ticketSuggestions').values({ personId, skillId: skill, quarterOn, ...said })
      .onConflict((conflict) => conflict.columns(['personId', 'skillId', 'quarterOn']).doUpdateSet(said)).execute();
    const evidence = answer === 'accepted' ? await keepEvidence(step, personId, one) : null;
    const before = one.answered === null ? null : { tickets: one.answered, accepted: one.accepted };
    step.audit({ on: personId, subject: `tickets:${quarterOn}:${skill}`, before, after: { answer, tickets, evidence } });
    return { skill: name };
  });
}

/**
 * Takes the last answer back: a no to more than was accepted, and the evidence stays; or a yes, and the piece that was made of it goes. What
 * had been answered before that still is. Refused while a rating stands on that piece.
 */
export function undoAnswer(call: SignedCall, personId: number, input: UndoAnswerInput): Promise<Result<null>> {
  const { skill, quarterOn } = input;
  return run(call, 'undoTicketAnswer', { personId, skill, quarterOn }, async (step): Promise<null | Refused> => {
    await holdOneself(step, personId);
    const { trx } = step;
    const answered = await trx.selectFrom('ticketSuggestions').select(['answer', 'tickets']).where(isOf(personId, input)).executeTakeFirst();
    if (!answered) return refused('This had been taken back already.');
    const pieces = await listPieces(step, personId, input);
    const accepted = sumOf(pieces);
    const newest = pieces.at(-1);
    const gone = newest && accepted >= answered.tickets ? newest : null;
    if (gone?.rated) return refused('A rating stands on the evidence that was made of it, so it stays.');
    if (gone) await trx.deleteFrom('evidence').where('evidenceId', '=', gone.evidenceId).execute();
    const left = accepted - (gone?.tickets ?? 0);
    if (left === 0) await trx.deleteFrom('ticketSuggestions').where(isOf(personId, input)).execute();
    else await trx.updateTable('ticketSuggestions').set({ answer: 'accepted', tickets: left }).where(isOf(personId, input)).execute();
    step.audit({ on: personId, subject: `tickets:${quarterOn}:${skill}`, before: { ...answered, accepted }, after: left === 0 ? null : { answer: 'accepted', tickets: left } });
    return null;
  });
}

/** As the page suggests: retired skills are not among it. */
async function suggestedTo({ trx }: SignedStep, personId: number): Promise<TicketSuggestion[]> {
  const mappings = await trx.selectFrom('ticketMappings as m').innerJoin('skills as s', 's.skillId', 'm.skillId').select(['m.category', 'm.skillId'])
    .where('m.personId', '=', personId).where(isOffered('s')).execute();
  const skillsOf = new Map<string, string[]>();
  for (const { category, skillId } of mappings) skillsOf.set(category, [...(skillsOf.get(category) ?? []), skillId]);
  return ticketSuggestions(await listCounts(trx, personId), skillsOf, await listAnswers(trx, personId), await getPolicy(trx));
}

interface Quarter { skill: string; quarterOn: string }
interface Piece { evidenceId: number; tickets: number; rated: boolean }

/** What was made of a quarter's tickets for a skill, the oldest piece first. */
function listPieces({ trx }: SignedStep, personId: number, quarter: Quarter): Promise<Piece[]> {
  return trx.selectFrom('ticketPieces').select(['evidenceId', 'tickets'])
    .select(sql<boolean>`exists (select from rating_evidence r where r.evidence_id = ticket_pieces.evidence_id)`.as('rated'))
    .where(isOf(personId, quarter)).orderBy('evidenceId').execute();
}

/** The evidence in words: numbers, days and categories, and nothing of what a ticket said. No ticket is evidence twice. */
async function keepEvidence(step: SignedStep, personId: number, one: TicketSuggestion): Promise<number> {
  const { trx, actor, now } = step;
  const pieces = await listPieces(step, personId, one);
  const newest = pieces.at(-1);
  const open = newest && !newest.rated ? newest : null;
  const told = sumOf(pieces) - (open?.tickets ?? 0);
  const body = suggestionText(one, told);
  const tickets = one.tickets - told;
  if (open) {
    await trx.updateTable('evidence').set({ body, addedAt: now }).where('evidenceId', '=', open.evidenceId).execute();
    await trx.updateTable('ticketPieces').set({ tickets }).where('evidenceId', '=', open.evidenceId).execute();
    return open.evidenceId;
  }
  const { evidenceId } = await trx.insertInto('evidence').values({ personId, kind: 'text', body, addedBy: actor.personId, addedAt: now }).returning('evidenceId').executeTakeFirstOrThrow();
  await trx.insertInto('evidenceSkills').values({ evidenceId, skillId: one.skill }).execute();
  await trx.insertInto('ticketPieces').values({ evidenceId, personId, skillId: one.skill, quarterOn: one.quarterOn, tickets }).execute();
  return evidenceId;
}

function isOf(personId: number, { skill, quarterOn }: Quarter) {
  return sql<boolean>`person_id = ${personId} and skill_id = ${skill} and quarter_on = ${quarterOn}`;
}

function sumOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { tickets }) => sum + tickets, 0);
}
