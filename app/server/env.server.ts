import { z } from 'zod';

/** What the surroundings tell the process, checked once when it starts. */
export interface Settings {
  dev: boolean;
  port: number;
  host: string;
  /** Scheme, host and port in the browser; null means http://localhost and the port. */
  origin: string | null;
  /** How many proxies stand in front; their word on the client's address is believed. */
  trustedProxy: number;
  databaseUrl: string | undefined;
  databaseReadUrl: string | undefined;
  dataDir: string;
  migrateOnStart: boolean;
  logLevel: string;
}

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

const databaseAddress = z.string().regex(/^postgres(ql)?:\/\/\S+$/, 'has to look like postgres://user:password@host:5432/name').optional();

const Environment = z.object({
  PORT: z.string().regex(/^\d{1,5}$/, 'has to be a number from 0 to 65535').transform(Number)
    .refine((port) => port <= 65_535, 'has to be a number from 0 to 65535').default(3000),
  HOST: z.string().regex(/^[\w.:-]+$/, 'has to be an address to listen on, such as 127.0.0.1 or 0.0.0.0').default('127.0.0.1'),
  APP_ORIGIN: z.string().transform((value, context) => originOf(value) ?? refuse(context)).optional(),
  TRUSTED_PROXY: z.string().regex(/^\d$/, 'has to be the number of proxies in front, from 0 to 9').transform(Number).default(0),
  DATABASE_URL: databaseAddress,
  DATABASE_READ_URL: databaseAddress,
  DATA_DIR: z.string().default('.data'),
  MIGRATE_ON_START: z.enum(['true', 'false'], 'has to be true or false').default('true'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent'], 'has to be debug, info, warn, error or silent').default('info'),
});

/**
 * Reads the settings; throws one error that names every fault, so that nobody mends them one start at a
 * time. An empty variable counts as not set.
 */
export function readSettings(environment: Record<string, string | undefined>, args: readonly string[] = []): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''));
  const result = Environment.safeParse(given);
  if (!result.success) {
    const faults = result.error.issues.map((issue) => `  ${issue.path.join('.')} ${issue.message}`);
    throw new Error(`Deskpath cannot start with these settings:\n${faults.join('\n')}\nThey are explained in .env.example.`);
  }
  const { data } = result;
  return {
    dev: args.includes('--dev'),
    port: data.PORT,
    host: data.HOST,
    origin: data.APP_ORIGIN ?? null,
    trustedProxy: data.TRUSTED_PROXY,
    databaseUrl: data.DATABASE_URL,
    databaseReadUrl: data.DATABASE_READ_URL,
    dataDir: data.DATA_DIR,
    migrateOnStart: data.MIGRATE_ON_START === 'true',
    logLevel: data.LOG_LEVEL,
  };
}

/** True for http(s) origins whose host is this machine. */
export function isLoopbackOrigin(origin: string): boolean {
  return loopback.has(new URL(origin).hostname);
}

/** Plain http would send the session cookie readable through the network, so it is for this machine alone. */
function originOf(value: string): string | null {
  if (!URL.canParse(value)) return null;
  const url = new URL(value);
  const isBare = url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && loopback.has(url.hostname));
  return isBare && isSafe ? url.origin : null;
}

function refuse(context: z.RefinementCtx): never {
  context.addIssue({ code: 'custom', message: 'has to be https:// and a host (http:// only for localhost), without a path' });
  return z.NEVER;
}
