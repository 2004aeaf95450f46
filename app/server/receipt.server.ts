import { createHash } from 'node:crypto';
import type { Trx } from '#db/handle.ts';

export interface Receipt {
  accountId: number;
  receipt: string;
}

/**
 * The receipt under which one submission of one form acts once: the form's key together with the command
 * and what was typed, so that a corrected form sent with the same key is a new submission.
 */
export function receiptOf(accountId: number, key: string, command: string, input: unknown): Receipt {
  const receipt = createHash('sha256').update(JSON.stringify([key, command, input])).digest('base64url');
  return { accountId, receipt };
}

/**
 * Takes the receipt inside the command's transaction. Null: it was free and is now ours. Otherwise the
 * value the first submission ended with; a parallel one is waited for, and when that is rolled back the
 * receipt is free again.
 */
export async function claim(trx: Trx, receipt: Receipt, now: Date): Promise<{ value: unknown } | null> {
  const taken = await trx.insertInto('commandReceipts')
    .values({ ...receipt, actedAt: now })
    .onConflict((conflict) => conflict.columns(['accountId', 'receipt']).doNothing())
    .returning('receipt').executeTakeFirst();
  if (taken) return null;
  return trx.selectFrom('commandReceipts').select('value')
    .where('accountId', '=', receipt.accountId).where('receipt', '=', receipt.receipt).executeTakeFirstOrThrow();
}

/** Keeps the value for whoever sends the same form again. */
export async function keep(trx: Trx, receipt: Receipt, value: unknown): Promise<void> {
  await trx.updateTable('commandReceipts').set({ value: JSON.stringify(value ?? null) })
    .where('accountId', '=', receipt.accountId).where('receipt', '=', receipt.receipt).execute();
}
