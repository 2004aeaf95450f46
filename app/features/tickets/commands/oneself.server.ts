import type { Actor } from '#app/server/actor.server.ts';
import { notFound, type Call, type Step } from '#app/server/command.server.ts';

export type SignedCall = Call & { actor: Actor };
export type SignedStep = Step<Actor>;

/** The person, held until the end of the transaction. Tickets are one's own: 404 for everybody else. */
export async function holdOneself({ trx, actor }: SignedStep, personId: number): Promise<void> {
  if (actor.personId !== personId) notFound();
  await trx.selectFrom('people').select('personId').where('personId', '=', personId).forNoKeyUpdate().executeTakeFirstOrThrow();
}
