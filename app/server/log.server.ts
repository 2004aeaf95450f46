import { pino } from 'pino';
import type { DestinationStream } from 'pino';
import { failureOf } from '#db/failure.ts';

/** Fields of one log line. Never a name, an e-mail address, a query string or text that somebody typed. */
export type LogFields = Record<string, string | number | boolean | null | undefined>;

export interface Log {
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  error(fields: LogFields, message: string): void;
}

/** One JSON line an event, times in UTC as ISO 8601. `destination` is given in tests. */
export function openLog(level: string, destination?: DestinationStream): Log {
  const options = { level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (label: string) => ({ level: label }) } };
  return destination ? pino(options, destination) : pino(options);
}

/**
 * What may be logged of an error. The database's and the parsers' messages quote the values they were
 * given, so of those only the code and the place go into the log; in other messages what stands in
 * quotation marks is left out.
 */
export function errorFields(error: unknown): LogFields {
  const failure = failureOf(error);
  if (failure) {
    return { error: 'database', code: failure.code, constraint: failure.constraint, table: failure.table, at: framesOf(error) };
  }
  if (!isErrorLike(error)) return { error: typeof error };
  const quotesInput = error.name === 'SyntaxError' || error.name === 'ZodError' || error.name === '$ZodError';
  return { error: error.name, message: quotesInput ? undefined : withoutQuoted(error.message), at: framesOf(error) };
}

function isErrorLike(error: unknown): error is Error {
  return typeof error === 'object' && error !== null && 'name' in error && 'message' in error;
}

function withoutQuoted(message: string): string {
  return message.split('\n', 1).join('').slice(0, 300).replace(/(["'`“‘]).*(["'`”’])/g, '$1…$2').replace(/\S+@\S+/g, '…');
}

/** The stack without its first lines, which repeat the message. */
function framesOf(error: unknown): string | undefined {
  const stack = isErrorLike(error) ? error.stack : undefined;
  return stack?.split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 12).map((line) => line.trim()).join(' | ');
}
