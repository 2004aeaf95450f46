import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { careerRoutes } from '#app/domain/career-routes.ts';
import { namesOf } from '#app/domain/criterion-text.ts';
import { defaultPolicy } from '#app/domain/policy.ts';
import type { RoleRequirement } from '#app/domain/requirement.ts';
import type { Role } from '#app/domain/role.ts';
import type { Level } from '#app/domain/skill.ts';
import type { Standing } from '#app/domain/standing.ts';
import type { Transition } from '#app/domain/transition.ts';
import { whatIf } from '#app/domain/what-if.ts';
import { routeChanges, routeView } from '#app/features/catalogue/queries/route-view.server.ts';

const read = <T>(name: string) => JSON.parse(readFileSync(new URL(`../../../seeds/reference/${name}.json`, import.meta.url), 'utf8')) as T;
type Named = { id: string; name: string };
const { families, roles } = read<{ families: Named[]; roles: Role[] }>('roles');
const skills = read<Named[]>('skills');
const requirements = read<RoleRequirement[]>('requirements');
const names = namesOf({ skills, families, certifications: read<Named[]>('certifications') });
const catalogue = { roles, transitions: read<Transition[]>('transitions'), requirements, names, policy: defaultPolicy };

const role = fc.constantFrom(...roles.map(({ id }) => id));
const level = fc.constantFrom<Level[]>(1, 2, 3, 4, 5);
const skill = fc.constantFrom(...skills.map(({ id }) => id));
const anybody: fc.Arbitrary<Standing> = fc.record({
  levels: fc.dictionary(skill, level.map((claimed) => ({ claimed, confirmed: null })), { maxKeys: 50 }),
  experience: fc.record({ spans: fc.constant([]), added: fc.dictionary(fc.constantFrom(...families.map(({ id }) => id)), fc.nat(80)) }),
  education: fc.constantFrom('none', 'secondary', 'associate', 'bachelor'),
  certifications: fc.subarray(['comptia-a-plus', 'ccna']),
});

/** Adds up a hop again from nothing but the rows that a page shows of it. */
function addedUp({ skills: learnt, others, sideBySide, least }: ReturnType<typeof routeView>['hops'][number]['sum']): number {
  const months = learnt.map((part) => part.months);
  const learning = Math.max(0, ...months, Math.ceil(months.reduce((sum, one) => sum + one, 0) / sideBySide));
  return Math.max(learning, least, ...others.map((part) => part.months));
}

test('the rows shown of every hop add up to its months, and the hops to the route, whoever asks for whatever', () => {
  let hops = 0;
  fc.assert(fc.property(role, role, anybody, (from, to, standing) => {
    for (const route of careerRoutes({ ...catalogue, from, to, standing })) {
      const shown = routeView(route, catalogue, []);
      expect(shown.hops.map(({ sum }) => sum.months)).toEqual(route.hops.map(({ months }) => months));
      expect(shown.hops.map(({ sum }) => addedUp(sum))).toEqual(route.hops.map(({ months }) => months));
      expect(shown.months).toBe(shown.hops.reduce((total, { sum }) => total + sum.months, 0));
      shown.hops.forEach(({ sum, carries, agreements, to: role_ }, place) => {
        expect(sum.least).toBe(place === 0 ? 1 : 6);
        expect(sum.skills.length + sum.others.length + carries.length + agreements.length).toBe(requirements.filter((one) => one.role === role_ && one.importance === 'essential').length);
      });
      expect(shown.exceptions).toBe(shown.hops.flatMap(({ agreements }) => agreements).length);
      expect(shown.atMost).toBe(shown.hops.some(({ atMost }) => atMost));
      hops += shown.hops.length;
    }
  }), { numRuns: 150 });
  expect(hops).toBeGreaterThan(50);
});

test('beside every route stands what the same route takes without what is assumed', () => {
  let compared = 0;
  fc.assert(fc.property(role, role, anybody, skill, level, (from, to, before, assumed, reached) => {
    const after = whatIf(before, [{ kind: 'skill', skill: assumed, level: reached }]);
    const [was, is] = [before, after].map((standing) => careerRoutes({ ...catalogue, from, to, standing }));
    const { without, left } = routeChanges(was!, is!, catalogue, { before, after });
    expect(without).toHaveLength(is!.length);
    without.forEach(({ months, exceptions, place }, index) => {
      const same = was!.findIndex(({ roles: ids }) => ids.join() === is![index]!.roles.join());
      expect(place).toBe(same < 0 ? null : same + 1);
      if (same >= 0) expect({ months, exceptions }).toEqual({ months: was![same]!.months, exceptions: was![same]!.exceptions });
      compared += 1;
    });
    expect(left).toHaveLength(was!.length - without.filter(({ place }) => place !== null).length);
  }), { numRuns: 150 });
  expect(compared).toBeGreaterThan(30);
});

test('what is usual elsewhere and what happened here stand apart', () => {
  const [route] = careerRoutes({ ...catalogue, from: 'help-desk-technician', to: 'network-analyst', standing: { levels: {}, experience: { spans: [] }, education: 'none', certifications: [] } });
  const [hop] = routeView(route!, catalogue, [{ from: 'help-desk-technician', to: 'network-analyst', people: 4, medianMonths: 20 }]).hops;
  expect(hop).toMatchObject({ typicalMonths: [12, 24], trodden: { people: 4, medianMonths: 20 } });
  expect(routeView(route!, catalogue, []).hops[0]).toMatchObject({ typicalMonths: [12, 24], trodden: null });
});
