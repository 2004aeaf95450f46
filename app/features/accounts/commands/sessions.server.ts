import { refused, run, type Result, type SignedCall } from '#app/server/command.server.ts';
import { endSession, endSessions } from '#app/server/session.server.ts';

/** Ends one of the actor's own sessions. Refused, in the same words, when it has ended already or is not theirs. */
export async function endOwnSession(call: SignedCall, sessionId: number): Promise<Result<null>> {
  return run(call, 'endOwnSession', { sessionId }, async ({ trx, actor, now, audit }) => {
    if (!await endSession(trx, actor.accountId, sessionId, now)) return refused('That session has ended already.');
    audit({ on: actor.personId, subject: `session:${sessionId}`, after: { ended: true } });
    return null;
  });
}

/** Ends all the actor's sessions but the one that asks. Answers how many there were. */
export async function endOtherSessions(call: SignedCall): Promise<Result<number>> {
  return run(call, 'endOtherSessions', null, async ({ trx, actor, now, audit }) => {
    const ended = await endSessions(trx, actor.accountId, now, actor.sessionId);
    audit({ on: actor.personId, subject: `account:${actor.accountId}`, after: { endedSessions: ended } });
    return ended;
  });
}
