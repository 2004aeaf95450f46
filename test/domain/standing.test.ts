import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Appointment } from '#app/domain/appointment.ts';
import { experienceMonths } from '#app/domain/experience.ts';
import { highestEducation, isValid, standingOf, type Background, type Certificate, type Education } from '#app/domain/standing.ts';
import { day, shuffled } from './arbitrary.ts';

const today = '2026-03-01';
const certificate = (more: Partial<Certificate> = {}): Certificate => ({
  certification: 'x', issuedOn: '2024-01-01', expiresOn: null, countsAfterExpiry: false, confirmed: true, ...more,
});
const post = (startedOn: string, endedOn: string | null, more: Partial<Appointment> = {}): Appointment => ({
  roleId: 'one', familyId: 'desk', startedOn, endedOn, primary: true, ours: true, confirmed: true, ...more,
});
const nothing: Background = { levels: {}, appointments: [], pauses: [], education: [], certificates: [] };

describe('a certificate', () => {
  test.each([
    ['without an end', {}, true],
    ['on its last day', { expiresOn: today }, true],
    ['the day after', { expiresOn: '2026-02-28' }, false],
    ['expired, but counting on', { expiresOn: '2026-02-28', countsAfterExpiry: true }, true],
    ['issued today', { issuedOn: today }, true],
    ['issued tomorrow', { issuedOn: '2026-03-02' }, false],
    ['issued tomorrow, counting after expiry', { issuedOn: '2026-03-02', countsAfterExpiry: true }, false],
  ])('%s: %s', (_, more, valid) => {
    expect(isValid(certificate(more), today)).toBe(valid);
  });
});

describe('education', () => {
  const finished = (level: Education['level'], finishedOn: string | null): Education => ({ level, finishedOn, confirmed: true });

  test('is the highest that is finished', () => {
    expect(highestEducation([], today)).toBe('none');
    expect(highestEducation([finished('bachelor', '2020-07-01'), finished('secondary', '2015-07-01'), finished('master', null)], today)).toBe('bachelor');
    expect(highestEducation([finished('secondary', '2015-07-01'), finished('bachelor', '2026-03-02')], today)).toBe('secondary');
    expect(highestEducation([finished('bachelor', today)], today)).toBe('bachelor');
  });
});

describe('a standing', () => {
  const background: Background = {
    levels: { a: { claimed: 4, confirmed: 2 } },
    appointments: [post('2024-03-01', '2025-02-28'), post('2025-03-01', null, { confirmed: false, familyId: 'network' })],
    pauses: [],
    education: [{ level: 'bachelor', finishedOn: '2020-01-01', confirmed: false }, { level: 'secondary', finishedOn: '2016-01-01', confirmed: true }],
    certificates: [certificate(), certificate({ certification: 'y', confirmed: false }), certificate({ certification: 'z', expiresOn: '2025-01-01' })],
  };

  test('on the claimed basis counts what the person states', () => {
    const standing = standingOf(background, 'claimed', today);
    expect(standing).toMatchObject({ education: 'bachelor', certifications: ['x', 'y'], levels: background.levels });
    expect(experienceMonths(standing.experience, ['desk', 'network'])).toBe(24);
  });

  test('on the confirmed basis counts only what has been confirmed', () => {
    const standing = standingOf(background, 'confirmed', today);
    expect(standing).toMatchObject({ education: 'secondary', certifications: ['x'], levels: background.levels });
    expect(experienceMonths(standing.experience, ['desk', 'network'])).toBe(12);
  });

  test('lets what is corrected give way to its correction, as claimed alone', () => {
    const corrected: Background = {
      ...background,
      education: [{ level: 'master', finishedOn: '2020-01-01', confirmed: true, corrected: true }, { level: 'bachelor', finishedOn: '2020-01-01', confirmed: false }],
      certificates: [certificate({ corrected: true }), certificate({ expiresOn: '2025-01-01', confirmed: false })],
    };
    expect(standingOf(corrected, 'claimed', today)).toMatchObject({ education: 'bachelor', certifications: [] });
    expect(standingOf(corrected, 'confirmed', today)).toMatchObject({ education: 'master', certifications: ['x'] });
  });

  test('leaves out a sabbatical', () => {
    const away = { ...background, pauses: [{ kind: 'sabbatical' as const, startedOn: '2024-09-01', endedOn: '2024-11-30' }] };
    expect(experienceMonths(standingOf(away, 'confirmed', today).experience, ['desk'])).toBe(9);
  });

  test('of somebody new is empty', () => {
    expect(standingOf(nothing, 'claimed', today)).toEqual({ levels: {}, experience: { spans: [] }, education: 'none', certifications: [] });
  });

  test('lists a certificate once, and in an order of its own', () => {
    const twice = [certificate({ certification: 'y' }), certificate(), certificate()];
    expect(standingOf({ ...nothing, certificates: twice }, 'confirmed', today).certifications).toEqual(['x', 'y']);
  });

  const anyCertificate: fc.Arbitrary<Certificate> = fc.record({
    certification: fc.constantFrom('x', 'y', 'z'), issuedOn: day(), expiresOn: fc.option(day()), countsAfterExpiry: fc.boolean(), confirmed: fc.boolean(),
  });
  const anyEducation: fc.Arbitrary<Education> = fc.record({
    level: fc.constantFrom('secondary', 'associate', 'bachelor'), finishedOn: fc.option(day()), confirmed: fc.boolean(),
  });

  test('claims at least what is confirmed, in any order', () => {
    fc.assert(fc.property(fc.array(anyCertificate), fc.array(anyEducation), fc.nat(50), (certificates, education, seed) => {
      const given = { ...nothing, certificates, education };
      const [claimed, confirmed] = [standingOf(given, 'claimed', today), standingOf(given, 'confirmed', today)];
      expect(claimed.certifications).toEqual(expect.arrayContaining([...confirmed.certifications]));
      expect(['none', 'secondary', 'associate', 'bachelor'].indexOf(claimed.education)).toBeGreaterThanOrEqual(['none', 'secondary', 'associate', 'bachelor'].indexOf(confirmed.education));
      expect(standingOf({ ...nothing, certificates: shuffled(certificates, seed), education: shuffled(education, seed) }, 'claimed', today)).toEqual(claimed);
    }));
  });
});
