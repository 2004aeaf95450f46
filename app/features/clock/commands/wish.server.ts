import { isWithdrawable } from '#app/domain/outcome.ts';
import { forbidden, refused, run, type Result, type SignedCall, type Step } from '#app/server/command.server.ts';
import { holdOneself } from '#app/server/hold-person.server.ts';
import type { WishInput } from '../input.server.ts';
import type { ClockFacts } from '../queries/clock.server.ts';
import { getClockPerson } from '../queries/person.server.ts';

/**
 * A person says what they want next, or takes it back. Taking back the wish to stay, or wanting something else, also ends what was
 * settled on it: the conversation is due again at once. Refused: a role that is not there, taking back what was not said. 403 for others.
 */
export async function stateWish(call: SignedCall, personId: number, input: WishInput): Promise<Result<{ asked: boolean }>> {
  if (call.actor.personId !== personId) return forbidden();
  return run(call, 'clock.state-wish', { personId, ...input }, async (step) => {
    await holdOneself(step, personId);
    const { trx, now, audit } = step;
    const person = await getClockPerson(trx, call.actor, step.today, personId);
    if (input.intent === 'withdraw' && !person.wish) return refused('There is nothing to take back: you have not said what you want next.');
    await trx.updateTable('wishes').set({ withdrawnAt: now }).where('personId', '=', personId).where('withdrawnAt', 'is', null).execute();
    const next = input.intent === 'state' ? input : null;
    if (next) {
      await trx.insertInto('wishes').values({
        personId, wish: next.wish, roleId: next.wish === 'move' ? next.role ?? null : null, note: next.note ?? null, statedAt: now,
      }).execute();
    }
    const asked = next?.wish === 'stay' ? false : await endWhatRestsOnIt(step, person, next?.wish ?? null);
    audit({ on: personId, before: person.wish, after: { wish: next?.wish ?? null, role: next?.role ?? null, asked } });
    return { asked };
  }, { refusals: { wishes_role: { reason: 'Choose a role from the list.', field: 'role' } } });
}

/** Withdraws the settlement that rests on the wish to stay, today; a "not sure" leaves a recognition as it is. */
async function endWhatRestsOnIt({ trx, today }: Step, person: ClockFacts, wish: 'move' | 'unsure' | null): Promise<boolean> {
  const last = person.settlements.at(-1);
  if (!last || last.withdrawnOn !== null || !isWithdrawable(last.outcome)) return false;
  if (wish === 'unsure' && last.outcome === 'recognise') return false;
  await trx.updateTable('settlements').set({ withdrawnOn: today }).where('settlementId', '=', last.settlementId).execute();
  return true;
}
