import type { KyselyPlugin } from 'kysely';
import type { Db } from '#db/handle.ts';

/** A handle on the same database that counts: `count()` is how many statements have been sent over it so far, without begin and commit. */
export function countingStatements(db: Db): { db: Db; count: () => number } {
  let sent = 0;
  const counter: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    transformResult: ({ result }) => {
      sent += 1;
      return Promise.resolve(result);
    },
  };
  return { db: db.withPlugin(counter), count: () => sent };
}
