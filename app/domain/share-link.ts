import type { Section } from './disclosure.ts';
import { millisOf, type Instant } from './instant.ts';
import type { RecruiterView } from './visibility.ts';

/** How a link to somebody outside stands: it opens the profile, its time is over, or its person has stopped it. */
export type ShareState = 'open' | 'expired' | 'stopped';

const dayMillis = 86_400_000;

/** The moment from which a link that is made now opens nothing any more. */
export function expiryOf(madeAt: Instant, days: number): number {
  return millisOf(madeAt) + days * dayMillis;
}

/** How a link stands at a moment. Stopped stays stopped, also when its time would be over. */
export function shareState({ expiresAt, stoppedAt }: { expiresAt: Instant; stoppedAt: Instant | null }, now: Instant): ShareState {
  if (stoppedAt !== null) return 'stopped';
  return millisOf(now) < millisOf(expiresAt) ? 'open' : 'expired';
}

/**
 * What somebody with a link sees: the name, and the chosen parts in full, whatever recruiters may see of them, as the link is the
 * person's own act. The role goes with the history; site, team and shift are never part of it.
 */
export function sharedView(person: { name: string; roleId: string }, chosen: readonly Section[]): RecruiterView {
  const part = (section: Section) => (chosen.includes(section) ? 'full' as const : 'hidden' as const);
  return {
    label: person.name,
    isNamed: true,
    role: chosen.includes('history') ? { kind: 'role', roleId: person.roleId } : null,
    showsPlace: false,
    sections: { skills: part('skills'), history: part('history'), certificates: part('certificates'), wishes: part('wishes') },
  };
}
