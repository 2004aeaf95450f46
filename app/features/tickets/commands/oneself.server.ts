import { notFound, type SignedStep } from '#app/server/command.server.ts';

/** The person, held until the end of the transaction. Tickets are one's own: 404 for everybody else. */
export async function holdOneself({ trx, actor }: SignedStep, personId: number): Promise<void> {
  if (actor.personId !== personId) notFound();
  await trx.selectFrom('people').select('personId').where('personId', '=', personId).forNoKeyUpdate().executeTakeFirstOrThrow();
}
