import { confirmedAppointment } from '#app/domain/appointment.ts';
import { settle, settleRefusals, type SettleRefusal } from '#app/domain/outcome.ts';
import type { Outcome } from '#app/domain/settlement.ts';
import { forbidden, notFound, refused, run, stale, type Refused, type Result, type SignedCall } from '#app/server/command.server.ts';
import { holdPerson } from '#app/server/hold-person.server.ts';
import type { Trx } from '#db/handle.ts';
import type { AcknowledgeTalkInput, RecordTalkInput } from '../input.server.ts';
import { clockOf, lastSettlementId, type ClockCatalogue, type ClockFacts } from '../queries/clock.server.ts';
import { getClockPerson } from '../queries/person.server.ts';

const fieldOf: Record<SettleRefusal, string> = {
  'needs-wish-to-stay': 'outcome', 'needs-wish-to-stay-or-unsure': 'outcome', 'needs-managers-acknowledgement': 'outcome',
  'deferred-too-often': 'outcome', 'needs-appointment': 'outcome', 'needs-reason': 'reason',
  'needs-date': 'nextCheckOn', 'date-too-early': 'nextCheckOn', 'date-too-late': 'nextCheckOn',
};
const tooLate = { reason: 'Somebody else has just recorded an outcome for this person. Open the list again to see it.' };

/**
 * A manager of the line records a talk, with an outcome that settles the flag or without one. Refused: a day in the future or before
 * an earlier outcome, and whatever the rules of the outcome refuse; stale when another outcome came in between. 404 outside the line.
 */
export async function recordTalk(call: SignedCall, input: RecordTalkInput): Promise<Result<{ talkId: number; nextCheckOn: string | null }>> {
  return run(call, 'clock.record-talk', input, async (step) => {
    await holdPerson(step, input.person, 'flags');
    const { trx, today, now, audit } = step;
    const person = await getClockPerson(trx, call.actor, today, input.person);
    if (person.relation === 'self' || call.actor.personId === null) return forbidden();
    if (input.heldOn > today) return refused('A talk cannot be recorded before it was held.', 'heldOn');
    const last = lastSettlementId(person);
    if (last !== input.after) return stale({ outcome: person.settlements.find(({ settlementId }) => settlementId === last)?.outcome ?? null });
    const settled = input.outcome === 'none' ? null : await settlementOf(trx, person, input, today);
    if (settled && 'done' in settled) return settled;
    const { talkId } = await trx.insertInto('talks').values({
      personId: input.person, kind: settled ? 'two-year' : 'check-in', heldOn: input.heldOn, wish: input.wish === 'unsaid' ? null : input.wish,
      note: input.note, recordedBy: call.actor.personId, recordedAt: now,
    }).returning('talkId').executeTakeFirstOrThrow();
    if (settled) {
      await trx.insertInto('settlements').values({
        personId: input.person, previousId: last === 0 ? null : last, talkId, outcome: settled.outcome, reason: input.reason || null,
        decidedOn: input.heldOn, recordedAt: now, decidedBy: call.actor.personId, nextCheckOn: settled.nextCheckOn,
      }).execute();
    }
    audit({ on: input.person, subject: `talk:${talkId}`, after: { outcome: input.outcome, heldOn: input.heldOn, nextCheckOn: settled?.nextCheckOn ?? null }, reason: input.reason || null });
    return { talkId, nextCheckOn: settled?.nextCheckOn ?? null };
  }, { refusals: { settlements_one_after_another: tooLate, settlements_reason: { reason: settleRefusals['needs-reason'], field: 'reason' } } });
}

async function settlementOf(trx: Trx, person: ClockFacts, input: RecordTalkInput, today: string): Promise<{ outcome: Outcome; nextCheckOn: string } | Refused> {
  const outcome = input.outcome as Exclude<RecordTalkInput['outcome'], 'none'>;
  const catalogue = await trx.selectFrom('catalogue').select(['families', 'roles', 'policy']).$castTo<ClockCatalogue>().executeTakeFirstOrThrow();
  const running = clockOf(person, catalogue, today);
  const current = confirmedAppointment(person.appointments, today);
  if (!running || !current) return refused('No clock is running for this person, so there is nothing to settle. Record the talk without an outcome.', 'outcome');
  const { clock, rule, policy } = running;
  if (input.heldOn < clock.startedOn) return refused('That is before the time this talk is about.', 'heldOn');
  if (person.settlements.some(({ decidedOn }) => decidedOn > input.heldOn)) return refused('A later outcome is already recorded.', 'heldOn');
  const result = settle({
    outcome, decidedOn: input.heldOn, wish: person.wish?.wish ?? null, acknowledged: true, reason: input.reason ?? '',
    nextCheckOn: input.nextCheckOn ?? null, appointment: null,
    current: { roleId: current.roleId ?? '', familyId: clock.familyId }, rule, settlements: person.settlements.filter(({ decidedOn }) => decidedOn >= clock.startedOn), policy,
  });
  if ('refused' in result) return refused(settleRefusals[result.refused], fieldOf[result.refused]);
  return { outcome, nextCheckOn: result.nextCheckOn };
}

/** The person says that they have read the talk, once, with a comment if they like. 404 for everybody else. */
export async function acknowledgeTalk(call: SignedCall, talkId: number, input: AcknowledgeTalkInput): Promise<Result<null>> {
  return run(call, 'clock.acknowledge-talk', { talkId, ...input }, async ({ trx, now, audit }) => {
    const talk = await trx.selectFrom('talks').select(['personId', 'version', 'acknowledgedAt']).where('talkId', '=', talkId)
      .where('personId', '=', call.actor.personId ?? 0).forUpdate().executeTakeFirst();
    if (!talk) return notFound();
    if (talk.acknowledgedAt) return refused('You have already said that you read this.');
    if (talk.version !== input.version) return stale({ version: talk.version });
    await trx.updateTable('talks').set({ acknowledgedAt: now, comment: input.comment || null, version: talk.version + 1 }).where('talkId', '=', talkId).execute();
    audit({ on: talk.personId, subject: `talk:${talkId}`, after: { acknowledged: true, commented: Boolean(input.comment) } });
    return null;
  });
}
