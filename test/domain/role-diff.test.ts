import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Criterion, Requirement } from '#app/domain/requirement.ts';
import { roleDiff } from '#app/domain/role-diff.ts';
import type { Level } from '#app/domain/skill.ts';
import { requirement, shuffled } from './arbitrary.ts';
import { requirementsOf } from './examples.ts';

const skill = (name: string, level: Level): Criterion => ({ kind: 'skill', skill: name, level });
const needs = (...anyOf: Criterion[]): Requirement => ({ importance: 'essential', anyOf });
const certificate: Criterion = { kind: 'certification', certification: 'x' };
const months = (count: number, ...families: string[]): Criterion => ({ kind: 'experience', months: count, families });

describe('from one role to another', () => {
  test('what is asked for already at that level or above is kept', () => {
    const [a, b] = [[needs(skill('a', 3)), needs(certificate)], [needs(skill('a', 2)), needs(certificate)]];
    expect(roleDiff(a, b)).toEqual({ keeps: b, grows: [], fresh: [] });
  });

  test('what is asked for at a lower level grows, from the most that is asked for', () => {
    const diff = roleDiff([needs(skill('a', 2)), needs(skill('a', 3))], [needs(skill('a', 5))]);
    expect(diff).toEqual({ keeps: [], grows: [{ from: skill('a', 3), requirement: needs(skill('a', 5)) }], fresh: [] });
  });

  test('everything else is new', () => {
    expect(roleDiff([needs(skill('a', 5))], [needs(skill('b', 1)), needs(certificate)]).fresh).toEqual([needs(skill('b', 1)), needs(certificate)]);
  });

  test('a way that B leaves open is enough, one that only A leaves open is not', () => {
    expect(roleDiff([needs(certificate)], [needs(skill('a', 3), certificate)]).keeps).toHaveLength(1);
    expect(roleDiff([needs(skill('a', 3), certificate)], [needs(skill('a', 3))]).keeps).toHaveLength(0);
  });

  test('experience is kept where A’s families all count for B', () => {
    expect(roleDiff([needs(months(24, 'desk'))], [needs(months(12, 'desk', 'network'))]).keeps).toHaveLength(1);
    expect(roleDiff([needs(months(24, 'desk', 'apps'))], [needs(months(12, 'desk'))]).fresh).toHaveLength(1);
    expect(roleDiff([needs(months(24, 'desk'))], [needs(months(36, 'desk'))]).grows).toHaveLength(1);
  });

  test('education grows by steps', () => {
    const degree = (level: 'associate' | 'bachelor'): Criterion => ({ kind: 'education', level });
    expect(roleDiff([needs(degree('associate'))], [needs(degree('bachelor'))]).grows).toEqual([{ from: degree('associate'), requirement: needs(degree('bachelor')) }]);
    expect(roleDiff([needs(degree('bachelor'))], [needs(degree('associate'))]).keeps).toHaveLength(1);
  });
});

test('a catalogue role: technician to analyst', () => {
  const diff = roleDiff(requirementsOf('help-desk-technician'), requirementsOf('help-desk-analyst'));
  const skillsOf = (list: Requirement[]) => list.flatMap(({ anyOf }) => anyOf.flatMap((one) => (one.kind === 'skill' ? one.skill : [])));
  expect(skillsOf(diff.grows.map((one) => one.requirement))).toContain('troubleshooting');
  expect(skillsOf(diff.fresh)).toContain('problem-management');
  expect(diff.keeps.length + diff.grows.length + diff.fresh.length).toBe(requirementsOf('help-desk-analyst').length);
});

describe('for any two roles', () => {
  const role = fc.array(requirement, { maxLength: 6 });

  test('each requirement of B stands in one place, in an order that does not depend on the lists', () => {
    fc.assert(fc.property(role, role, fc.nat(50), (a, b, seed) => {
      const diff = roleDiff(a, b);
      expect(diff.keeps.length + diff.grows.length + diff.fresh.length).toBe(b.length);
      expect(roleDiff(shuffled(a, seed), shuffled(b, seed))).toEqual(diff);
    }));
  });

  test('against itself everything is kept, against nothing everything is new', () => {
    fc.assert(fc.property(role, (a) => {
      expect(roleDiff(a, a).keeps).toHaveLength(a.length);
      expect(roleDiff([], a).fresh).toHaveLength(a.length);
    }));
  });
});
