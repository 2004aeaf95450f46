import { createHash } from 'node:crypto';
import type { Db } from '#db/handle.ts';

/**
 * Slows down guessing. Failures count for one sign-in name from one address, and for one address whatever
 * the name; never for a name alone, so nobody can lock a colleague out from elsewhere. Kept in the
 * database: it outlives a restart and is shared by all processes.
 */
const windowMs = 15 * 60_000;
const keptMs = 24 * 60 * 60_000;
const perName = { free: 5, longestSeconds: 15 * 60 };
const perAddress = { free: 30, longestSeconds: 60 };

export interface Attempt {
  /** As typed; only its hash is kept. */
  name: string;
  address: string;
  now: Date;
}

export type Admission = { admitted: true; attemptId: number } | { admitted: false; seconds: number };

/**
 * To be asked before a password is checked. The attempt is counted as failed at once, so that many sent
 * side by side are all counted; `forgiveAttempts` takes it back. Not admitted: to be told to wait, and not counted.
 */
export async function admitAttempt(db: Db, attempt: Attempt): Promise<Admission> {
  const nameHash = hashed(attempt.name.normalize('NFKC').toLowerCase());
  const addressHash = hashed(networkOf(attempt.address));
  const { signInAttemptId } = await db.insertInto('signInAttempts')
    .values({ nameHash, addressHash, failedAt: attempt.now })
    .returning('signInAttemptId').executeTakeFirstOrThrow();
  const earlier = await db.selectFrom('signInAttempts')
    .select(({ fn }) => [fn.countAll<number>().as('byAddress'), fn.max('failedAt').as('lastByAddress')])
    .select(({ fn }) => fn.countAll<number>().filterWhere('nameHash', '=', nameHash).as('byName'))
    .select(({ fn }) => fn.max('failedAt').filterWhere('nameHash', '=', nameHash).as('lastByName'))
    .where('addressHash', '=', addressHash)
    .where('failedAt', '>', new Date(attempt.now.getTime() - windowMs))
    .where('signInAttemptId', '<>', signInAttemptId)
    .executeTakeFirstOrThrow();
  const seconds = Math.max(
    waitLeft(perName, Number(earlier.byName), earlier.lastByName, attempt.now),
    waitLeft(perAddress, Number(earlier.byAddress), earlier.lastByAddress, attempt.now),
  );
  if (seconds === 0) return { admitted: true, attemptId: signInAttemptId };
  await db.deleteFrom('signInAttempts').where('signInAttemptId', '=', signInAttemptId).execute();
  return { admitted: false, seconds };
}

/** After the right password: forgets the failures of this name from this address, and whatever is a day old. */
export async function forgiveAttempts(db: Db, attempt: Attempt): Promise<void> {
  const nameHash = hashed(attempt.name.normalize('NFKC').toLowerCase());
  const addressHash = hashed(networkOf(attempt.address));
  await db.deleteFrom('signInAttempts').where(({ or, and, eb }) => or([
    and([eb('nameHash', '=', nameHash), eb('addressHash', '=', addressHash)]),
    eb('failedAt', '<', new Date(attempt.now.getTime() - keptMs)),
  ])).execute();
}

/** Seconds still to wait: 1, 2, 4 … after the free attempts are used up, never more than the longest. */
function waitLeft(rule: typeof perName, failures: number, last: Date | null, now: Date): number {
  if (failures < rule.free || !last) return 0;
  const wait = Math.min(2 ** Math.min(failures - rule.free, 20), rule.longestSeconds);
  return Math.max(0, Math.ceil(wait - (now.getTime() - last.getTime()) / 1000));
}

/** One household or office gets a whole IPv6 /64, so that is what counts as one address. */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.split('::');
  const first = head.split(':').filter(Boolean);
  const last = tail === undefined ? [] : tail.split(':').filter(Boolean);
  const groups = tail === undefined ? first : [...first, ...Array<string>(Math.max(0, 8 - first.length - last.length)).fill('0'), ...last];
  return groups.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, '').toLowerCase()).join(':');
}

function hashed(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest();
}
