import { PostgresQueryCompiler, type KyselyPlugin } from 'kysely';
import type { Database } from '#db/connection.server.ts';
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

/** One statement as it was sent. */
export interface Statement {
  sql: string;
  parameters: readonly unknown[];
}

/** The same database, writing down every statement without begin and commit; `statements` may be emptied at any time. */
export function listeningTo<D extends Pick<Database, 'db' | 'readDb'>>(database: D): D & { statements: Statement[] } {
  const statements: Statement[] = [];
  const compiler = new PostgresQueryCompiler();
  const listener: KyselyPlugin = {
    // Comes after the plugin that turns names into snake_case, and so sees what the database sees.
    transformQuery({ node, queryId }) {
      const { sql, parameters } = compiler.compileQuery(node, queryId);
      statements.push({ sql, parameters });
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  };
  const db = database.db.withPlugin(listener);
  return { ...database, db, readDb: db, statements };
}
