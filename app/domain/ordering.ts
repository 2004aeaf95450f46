import type { Readiness } from './readiness.ts';

/** A person compared for a role: readiness on the basis of the page, and on the confirmed one. `name` is the alias for a recruiter. */
export type Compared = {
  name: string;
  readiness: Pick<Readiness, 'months' | 'desirable'> & { blockers: readonly unknown[] };
  confirmed: Pick<Readiness, 'essential'>;
};

/**
 * For sorting people for one role: fewer blockers, fewer months (unknown last), more desirables met, more essentials
 * met on the confirmed basis, then the name. Nothing is added up into a score.
 */
export function comparePeople(a: Compared, b: Compared): number {
  const [aMonths, bMonths] = [a.readiness.months ?? Infinity, b.readiness.months ?? Infinity];
  return (
    a.readiness.blockers.length - b.readiness.blockers.length ||
    (aMonths === bMonths ? 0 : aMonths - bMonths) ||
    b.readiness.desirable.met - a.readiness.desirable.met ||
    b.confirmed.essential.met - a.confirmed.essential.met ||
    (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)
  );
}
