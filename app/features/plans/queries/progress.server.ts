import { missingText } from '#app/domain/criterion-text.ts';
import { planProgress, progressDays } from '#app/domain/plan-progress.ts';
import { levelsOf } from '#app/domain/rating.ts';
import { readiness } from '#app/domain/readiness.ts';
import { requirementKey, type Requirement } from '#app/domain/requirement.ts';
import { standingOf } from '#app/domain/standing.ts';
import type { Ground } from './catalogue.server.ts';
import type { DatedRating, ItemRow, PlanRow } from './subject.server.ts';

/**
 * How a plan has gone since it began: its items on a dozen days, how many blockers of the target were left on each, and which have been
 * closed since. What the person held on an earlier day is reckoned from what is known today of that day.
 */
export function progressView(plan: PlanRow, items: readonly ItemRow[], requirements: readonly Requirement[], ratings: readonly DatedRating[], { facts, policy, names }: Ground, today: string) {
  const days = progressDays(plan.startedOn, today);
  const blockersOn = (on: string) => {
    const known = on === plan.startedOn ? ratings.filter(({ ratedAt }) => ratedAt < plan.startedAt) : ratings.filter((rating) => rating.on <= on);
    return readiness(standingOf({ ...facts, levels: levelsOf(known) }, 'claimed', on, policy), requirements, 'claimed', policy).blockers;
  };
  const first = blockersOn(plan.startedOn);
  const now = new Set(readiness(standingOf(facts, 'claimed', today, policy), requirements, 'claimed', policy).blockers.map(({ requirement }) => requirementKey(requirement)));
  const left = (on: string) => (on === today ? now.size : on === plan.startedOn ? first.length : blockersOn(on).length);
  return {
    points: planProgress(items, days, today).map((point) => ({ ...point, blockers: left(point.on) })),
    blockersAtFirst: first.length,
    closed: first.filter(({ requirement }) => !now.has(requirementKey(requirement))).map(({ by }) => missingText(by, names)),
  };
}
