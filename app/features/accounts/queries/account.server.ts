import type { Access, Actor } from '#app/server/actor.server.ts';
import { notFound } from '#app/server/command.server.ts';
import { limitsOf } from '#app/server/session.server.ts';
import type { ReadDb } from '#db/handle.ts';

interface OwnSession {
  sessionId: number;
  /** The browser in words, e.g. "Firefox on Linux". */
  browser: string;
  startedAt: string;
  seenAt: string;
  /** The one that asks. */
  current: boolean;
}

export interface AccountPage {
  name: string;
  signInName: string;
  /** False for accounts that sign in without one, as in the demonstration organisation. */
  hasPassword: boolean;
  may: readonly (Access | 'leads')[];
  sessions: OwnSession[];
  limits: { idleMinutes: number; absoluteMinutes: number };
  timeZone: string;
}

/** The actor's own account: what it may do, and the sessions that are still alive, the latest used first. */
export async function getAccount(db: ReadDb, actor: Actor, now: Date): Promise<AccountPage> {
  const account = await db.selectFrom('accounts').leftJoin('organisation', (join) => join.onTrue())
    .select(({ eb }) => ['signInName', 'displayName', eb('passwordHash', 'is not', null).as('hasPassword'), 'timeZone', 'policy'])
    .where('accountId', '=', actor.accountId).executeTakeFirst() ?? notFound();
  const limits = limitsOf(account.policy);
  const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
  const sessions = await db.selectFrom('sessions').select(['sessionId', 'startedAt', 'seenAt', 'agent'])
    .where('accountId', '=', actor.accountId).where('endedAt', 'is', null)
    .where('seenAt', '>', minutesAgo(limits.idleMinutes)).where('startedAt', '>', minutesAgo(limits.absoluteMinutes))
    .orderBy('seenAt', 'desc').orderBy('sessionId', 'desc').limit(50).execute();
  return {
    name: account.displayName,
    signInName: account.signInName,
    hasPassword: Boolean(account.hasPassword),
    // Whoever leads people today may do all that a manager may.
    may: actor.leads ? [...actor.access.filter((access) => access !== 'manager'), 'leads'] : actor.access,
    sessions: sessions.map(({ sessionId, startedAt, seenAt, agent }) => ({
      sessionId, browser: browserName(agent), startedAt: startedAt.toISOString(), seenAt: seenAt.toISOString(), current: sessionId === actor.sessionId,
    })),
    limits,
    timeZone: account.timeZone ?? 'UTC',
  };
}

/** More precise names first: Edge and Opera call themselves Chrome, and Chrome calls itself Safari. */
const browsers: readonly [RegExp, string][] = [
  [/\bEdg(?:A|iOS)?\//, 'Edge'], [/\bOPR\//, 'Opera'], [/\b(?:Firefox|FxiOS)\//, 'Firefox'], [/\b(?:Chrome|Chromium|CriOS|HeadlessChrome)\//, 'Chrome'], [/\bSafari\//, 'Safari'],
];
const systems: readonly [RegExp, string][] = [
  [/\b(?:iPhone|iPad)\b/, 'iOS'], [/\bAndroid\b/, 'Android'], [/\bWindows\b/, 'Windows'], [/\bMac OS X\b/, 'macOS'], [/\bCrOS\b/, 'ChromeOS'], [/\bLinux\b/, 'Linux'],
];

/** What a browser calls itself, in words one recognises. */
function browserName(agent: string | null): string {
  const named = (list: typeof browsers) => list.find(([pattern]) => pattern.test(agent ?? ''))?.[1];
  const [browser, system] = [named(browsers), named(systems)];
  if (browser === undefined) return system === undefined ? 'A browser we do not know' : `A browser on ${system}`;
  return system === undefined ? browser : `${browser} on ${system}`;
}
