import { policyOf, type Policy } from '#app/domain/policy.ts';
import type { ReadDb } from '#db/handle.ts';

/** The organisation's numbers; the defaults where there is no organisation yet. */
export async function getPolicy(db: ReadDb): Promise<Policy> {
  const row = await db.selectFrom('organisation').select('policy').executeTakeFirst();
  return policyOf(row?.policy);
}
