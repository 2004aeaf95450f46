import type { Kysely, QueryExecutorProvider, Transaction } from 'kysely';
import type { DB } from './schema.ts';

/** The whole database: reads, writes, transactions. Only the command runner and the tools hold it. */
export type Db = Kysely<DB>;

/** One open transaction. Whatever writes takes this. */
export type Trx = Transaction<DB>;

/** The database without writes: all that loaders and queries ever get. */
export type ReadDb = Pick<Db, 'selectFrom' | 'selectNoFrom' | 'fn'> & QueryExecutorProvider;
