import type { AppContext } from '#app/server/context.server.ts';
import { findLink } from '#app/server/one-time-link.server.ts';
import type { ReadDb } from '#db/handle.ts';

/** Whether nobody has begun here yet. */
export async function isEmptyInstallation(db: ReadDb): Promise<boolean> {
  return (await db.selectFrom('organisation').select('organisationId').executeTakeFirst()) === undefined;
}

/** The choice between demonstration and empty start is for a browser on this very machine, on the embedded database. */
export async function mayOfferDemonstration(context: AppContext): Promise<boolean> {
  return context.embedded && context.local && isEmptyInstallation(context.readDb);
}

interface TimeZoneGroup {
  group: string;
  options: { value: string; label: string }[];
}

/**
 * What the set-up page shows: 'done' when there is an organisation, 'form' for a good link, 'dead-link' for
 * any other, and without a link the 'choice' (see `mayOfferDemonstration`) or, elsewhere, 'closed'.
 */
export type SetUpPage =
  | { state: 'done' | 'dead-link' | 'closed' }
  | { state: 'choice'; linkPrinted: boolean }
  | { state: 'form'; token: string; timeZones: TimeZoneGroup[]; timeZone: string };

/** What this browser may see of the set-up. */
export async function getSetUp(context: AppContext, token: string | undefined): Promise<SetUpPage> {
  const { readDb, clock } = context;
  if (!await isEmptyInstallation(readDb)) return { state: 'done' };
  if (token !== undefined) {
    const link = await findLink(readDb, token, 'set-up', clock.now());
    return link ? { state: 'form', token, timeZones: timeZoneGroups(), timeZone: ownTimeZone() } : { state: 'dead-link' };
  }
  if (!context.embedded || !context.local) return { state: 'closed' };
  const waiting = await readDb.selectFrom('oneTimeLinks').select('oneTimeLinkId')
    .where('purpose', '=', 'set-up').where('usedAt', 'is', null).where('expiresAt', '>', clock.now()).executeTakeFirst();
  return { state: 'choice', linkPrinted: waiting !== undefined };
}

/** Every time zone by its part of the world: "Europe/Berlin" stands under Europe as Berlin. */
function timeZoneGroups(): TimeZoneGroup[] {
  const groups = new Map<string, TimeZoneGroup>([['Everywhere', { group: 'Everywhere', options: [{ value: 'UTC', label: 'UTC' }] }]]);
  for (const value of Intl.supportedValuesOf('timeZone')) {
    const [world = '', ...place] = value.split('/');
    if (place.length === 0) continue;
    const group = groups.get(world) ?? { group: world, options: [] };
    group.options.push({ value, label: place.join(', ').replaceAll('_', ' ') });
    groups.set(world, group);
  }
  return [...groups.values()];
}

/** The zone of the machine Deskpath runs on, as a first guess. */
function ownTimeZone(): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return Intl.supportedValuesOf('timeZone').includes(timeZone) ? timeZone : 'UTC';
}
