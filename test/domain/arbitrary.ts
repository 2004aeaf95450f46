import fc from 'fast-check';
import type { Appointment } from '#app/domain/appointment.ts';
import { addDays, dayAt, dayNumber, type Day } from '#app/domain/date.ts';
import type { ExperienceSpan } from '#app/domain/experience.ts';
import type { Pause } from '#app/domain/pause.ts';
import type { SkillLevels } from '#app/domain/rating.ts';
import type { Criterion, Requirement } from '#app/domain/requirement.ts';
import type { ReviewRules } from '#app/domain/role.ts';
import type { Settlement } from '#app/domain/settlement.ts';
import type { Level } from '#app/domain/skill.ts';
import type { Standing } from '#app/domain/standing.ts';

export const families = ['desk', 'network', 'apps'] as const;
export const skills = ['a', 'b', 'c', 'd'] as const;

/** Any day of some years around today. */
export const day = (from: Day = '2015-01-01', to: Day = '2030-12-31'): fc.Arbitrary<Day> =>
  fc.integer({ min: dayNumber(from), max: dayNumber(to) }).map(dayAt);

export const level: fc.Arbitrary<Level> = fc.constantFrom<Level[]>(1, 2, 3, 4, 5);

export const skillLevels: fc.Arbitrary<SkillLevels> = fc.record({
  claimed: fc.option(level), confirmed: fc.option(level),
});

export const experienceSpan: fc.Arbitrary<ExperienceSpan> = fc
  .tuple(fc.constantFrom(...families), day('2018-01-01', '2025-12-31'), fc.integer({ min: 0, max: 900 }))
  .map(([familyId, from, length]) => ({ familyId, from, to: addDays(from, length) }));

export const standing: fc.Arbitrary<Standing> = fc.record({
  levels: fc.dictionary(fc.constantFrom(...skills), skillLevels),
  experience: fc.record({ spans: fc.array(experienceSpan, { maxLength: 3 }) }),
  education: fc.constantFrom('none', 'secondary', 'associate', 'bachelor', 'master'),
  certifications: fc.subarray(['x', 'y']),
});

export const criterion: fc.Arbitrary<Criterion> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('skill' as const), skill: fc.constantFrom(...skills), level }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('experience' as const), months: fc.integer({ min: 1, max: 60 }), families: fc.subarray([...families], { minLength: 1 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('education' as const), level: fc.constantFrom('secondary' as const, 'associate' as const, 'bachelor' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('certification' as const), certification: fc.constantFrom('x', 'y') }) },
);

export const requirement: fc.Arbitrary<Requirement> = fc.record({
  importance: fc.constantFrom('essential' as const, 'essential' as const, 'desirable' as const),
  anyOf: fc.array(criterion, { minLength: 1, maxLength: 3 }),
});

export const rules: ReviewRules = {
  desk: { afterMonths: 24, warnMonths: 6, graceDays: 30, renewMonths: 12, restartOn: 'family' },
  network: { afterMonths: 36, warnMonths: 6, graceDays: 60, renewMonths: 12, restartOn: 'role' },
};

/** A history of primary appointments that do not overlap, the last one open. */
export const history: fc.Arbitrary<Appointment[]> = fc
  .tuple(
    day('2018-01-01', '2021-12-31'),
    fc.array(
      fc.record({
        roleId: fc.constantFrom('one', 'two'), familyId: fc.constantFrom('desk', 'desk', 'network'),
        length: fc.integer({ min: 1, max: 700 }), gap: fc.integer({ min: 0, max: 120 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  )
  .map(([start, posts]) => {
    let startedOn = start;
    return posts.map(({ roleId, familyId, length, gap }, place): Appointment => {
      const own = startedOn;
      const endedOn = addDays(own, length - 1);
      startedOn = addDays(endedOn, 1 + gap);
      const isLast = place === posts.length - 1;
      return { roleId, familyId, startedOn: own, endedOn: isLast ? null : endedOn, primary: true, ours: true, confirmed: true };
    });
  });

export const pause: fc.Arbitrary<Pause> = fc
  .tuple(day('2018-01-01', '2028-12-31'), fc.option(fc.integer({ min: 0, max: 400 }), { freq: 8 }))
  .map(([startedOn, length]) => ({ startedOn, endedOn: length === null ? null : addDays(startedOn, length) }));

export const settlement: fc.Arbitrary<Settlement> = fc
  .record({
    decidedOn: day('2018-01-01', '2028-12-31'), hour: fc.integer({ min: 0, max: 23 }),
    outcome: fc.constantFrom('stay' as const, 'develop' as const, 'defer' as const),
    ahead: fc.integer({ min: 1, max: 400 }), withdrawn: fc.option(fc.integer({ min: 0, max: 500 })),
  })
  .map(({ decidedOn, hour, outcome, ahead, withdrawn }) => ({
    decidedOn, recordedAt: `${decidedOn}T${String(hour).padStart(2, '0')}:00:00Z`, outcome,
    nextCheckOn: addDays(decidedOn, ahead), withdrawnOn: withdrawn === null ? null : addDays(decidedOn, withdrawn),
  }));

/** A list together with the same list in another order. */
export function shuffled<T>(items: readonly T[], seed: number): T[] {
  return items
    .map((item, place) => ({ item, key: ((place + 1) * (seed * 2 + 1) * 2654435761) % 1000003 }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}
