/**
 * What went wrong in the database, as fields on an ordinary Error. Callers look at `code` and `constraint`
 * and never at the class: two bundles of the same module have two classes of the same name.
 */
export interface DatabaseFailure {
  /** An SQLSTATE such as `23505`, or `connection_lost`, or `database_unavailable`. */
  code: string;
  /** The name of the constraint that refused the row. */
  constraint?: string;
  table?: string;
  column?: string;
  /** The server's own explanation. It may hold people's data: not for pages, not for logs. */
  detail?: string;
  /** The connection was lost while COMMIT was under way: nobody can say whether it took place. */
  atCommit?: true;
}

/** A connection that was open has died; what was not committed on it is gone. */
export const connectionLost = 'connection_lost';

/** No connection could be had in time: the database is down, or every connection is busy. */
export const databaseUnavailable = 'database_unavailable';

/** Builds the error that the database layer throws. `cause` is kept only where it holds no parameters. */
export function databaseError(message: string, failure: DatabaseFailure, cause?: unknown): Error & DatabaseFailure {
  const error = cause === undefined ? new Error(message) : new Error(message, { cause });
  error.name = 'DatabaseError';
  const given = Object.entries(failure).filter(([, value]) => value !== undefined && value !== '');
  return Object.assign(error, Object.fromEntries(given) as unknown as DatabaseFailure);
}

/** The failure an error carries, or null when it did not come from the database. */
export function failureOf(error: unknown): DatabaseFailure | null {
  if (!(error instanceof Error) && (typeof error !== 'object' || error === null)) return null;
  const { code } = error as { code?: unknown };
  if (typeof code !== 'string') return null;
  const isOurs = code === connectionLost || code === databaseUnavailable || /^[0-9A-Z]{5}$/.test(code);
  return isOurs ? (error as DatabaseFailure) : null;
}

/** What a server says when it gave up waiting: for a lock another transaction holds, or for a statement that took too long. */
const gaveUp = new Set(['55P03', '57014']);

/** True when the database could not be reached, or was too busy to answer in time: answer 503 and let the reader try again. */
export function isUnavailable(error: unknown): boolean {
  const code = failureOf(error)?.code;
  return code === connectionLost || code === databaseUnavailable || (code !== undefined && gaveUp.has(code));
}

/** True when two transactions got in each other's way (serialisation or deadlock): the whole transaction may be run again. */
export function isConflict(error: unknown): boolean {
  const code = failureOf(error)?.code;
  return code === '40001' || code === '40P01';
}
