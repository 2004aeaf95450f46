import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Requirement } from '#app/domain/requirement.ts';
import { essentialSkills, followingStep, furtherStep, openSkills, stepsBehind, stepsInAll, stepToDo, welcomeSteps, type LeftToAsk } from '#app/domain/welcome.ts';

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
