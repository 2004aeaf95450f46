import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Appointment } from '#app/domain/appointment.ts';
import type { Requirement } from '#app/domain/requirement.ts';
import { essentialSkills, followingStep, furtherStep, openSkills, startingRole, stepsBehind, stepsInAll, stepToDo, welcomeSteps, type LeftToAsk } from '#app/domain/welcome.ts';

const step = fc.constantFrom(...welcomeSteps);
const left = fc.record({ skills: fc.nat(3), nextRoles: fc.nat(3), nextSkills: fc.nat(3) });
const everything: LeftToAsk = { skills: 2, nextRoles: 2, nextSkills: 2 };
const nothing: LeftToAsk = { skills: 0, nextRoles: 0, nextSkills: 0 };

describe('the steps of a first visit', () => {
  test('come one after another, six of them before the end', () => {
    expect(stepsInAll).toBe(6);
    expect(welcomeSteps.map((one) => stepToDo(one, everything))).toEqual(['tenure', 'skills', 'skills', 'skills', 'skills', 'skills', 'done']);
    expect(welcomeSteps.map((one) => stepToDo(one, { ...everything, skills: 0 }))).toEqual(['tenure', 'next-roles', 'next-roles', 'next-skills', 'next-skills', 'next-skills', 'done']);
  });

  test('skip themselves where nothing is left to ask', () => {
    expect(welcomeSteps.map((one) => stepToDo(one, nothing))).toEqual(['tenure', 'visibility', 'visibility', 'visibility', 'visibility', 'wishes', 'done']);
    expect(stepToDo('tenure', everything), 'the role comes first').toBe('tenure');
  });

  test('the end is reached by the last step alone, and stays reached', () => {
    fc.assert(fc.property(step, left, (reached, open) => {
      expect(stepToDo(reached, open) === 'done').toBe(reached === 'done');
    }));
  });

  test('going on always leads on, and never back behind what there is to ask', () => {
    fc.assert(fc.property(step, step, left, (a, b, open) => {
      expect(stepsBehind(furtherStep(a, b))).toBe(Math.max(stepsBehind(a), stepsBehind(b)));
      expect(stepsBehind(followingStep(a))).toBe(Math.min(stepsBehind(a) + 1, stepsInAll));
      const toDo = stepToDo(a, open);
      if (toDo === 'skills') expect(open.skills).toBeGreaterThan(0);
      else if (toDo === 'next-skills') expect(open.nextSkills).toBeGreaterThan(0);
      else expect(stepsBehind(toDo)).toBeGreaterThanOrEqual(stepsBehind(a));
    }));
  });
});

describe('the role that a path begins at', () => {
  const post = (roleId: string | null, startedOn: string, endedOn: string | null, more: Partial<Appointment> = {}): Appointment => (
    { roleId, familyId: 'service-desk', startedOn, endedOn, primary: true, ours: true, confirmed: true, ...more });
  const today = '2026-11-22';

  test.each<[string, Appointment[], string | null]>([
    ['nothing recorded', [], null],
    ['an earlier employer alone', [post(null, '2020-01-01', null, { ours: false })], null],
    ['acting alone', [post('lead', '2026-01-01', null, { primary: false })], null],
    ['between jobs: the last one', [post('first', '2020-01-01', '2022-12-31'), post('last', '2023-01-01', '2026-06-30')], 'last'],
    ['between jobs with one to come', [post('last', '2023-01-01', '2026-06-30'), post('coming', '2027-01-01', null)], 'coming'],
    ['two at once: the main one', [post('main', '2024-01-01', null), post('lead', '2026-01-01', null, { primary: false })], 'main'],
    ['stated beside confirmed: the confirmed one', [post('main', '2024-01-01', null), post('said', '2026-10-01', null, { confirmed: false })], 'main'],
    ['only stated', [post('said', '2026-10-01', null, { confirmed: false })], 'said'],
  ])('%s', (_, appointments, role) => {
    expect(startingRole(appointments, today)).toBe(role);
  });
});

describe('the skills to ask about', () => {
  const skill = (name: string) => ({ kind: 'skill' as const, skill: name, level: 3 as const });
  const requirements: Requirement[] = [
    { importance: 'essential', anyOf: [skill('patience')] },
    { importance: 'essential', anyOf: [{ kind: 'education', level: 'bachelor' }] },
    { importance: 'essential', anyOf: [skill('linux'), skill('windows')] },
    { importance: 'desirable', anyOf: [skill('welsh')] },
    { importance: 'essential', anyOf: [skill('patience'), { kind: 'experience', months: 12, families: [] }] },
  ];
  const open = (rated: string[], passed: string[] = []) => openSkills(requirements, (one) => rated.includes(one), passed);

  test('are those of essentials, each once, in the order of the role', () => {
    expect(essentialSkills(requirements)).toEqual(['patience', 'linux', 'windows']);
    expect(open([])).toEqual(['patience', 'linux', 'windows']);
  });

  test('of several that would do, one level is enough', () => {
    expect(open(['windows'])).toEqual(['patience']);
    expect(open(['patience', 'linux'])).toEqual([]);
  });

  test('what was passed over is not asked again, what could stand in for it is', () => {
    expect(open([], ['linux'])).toEqual(['patience', 'windows']);
    expect(open([], ['patience', 'linux', 'windows'])).toEqual([]);
  });
});
