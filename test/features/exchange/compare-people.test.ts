import { describe, expect, test } from 'vitest';
import { circlesIn } from '#app/features/exchange/circles.ts';
import { comparePeople } from '#app/features/exchange/compare-people.ts';
import { describeOutcome } from '#app/features/exchange/describe.ts';
import { nearest } from '#app/features/exchange/nearest.ts';
import { countPlan, emptyPlan } from '#app/features/exchange/plan.ts';
import type { Present, PresentAppointment, PresentLine } from '#app/features/exchange/present.ts';
import type { ColumnValues } from '#app/features/exchange/row.ts';

const today = '2026-11-22';

const role = (roleId: string, name: string, aliases: string[] = []) => ({ roleId, name, aliases, familyId: 'service-desk', grade: 1, retiredOn: null });

const held = (over: Partial<PresentAppointment>): PresentAppointment => ({
  appointmentId: 1, kind: 'primary', employer: null, roleId: 'technician', roleName: null, startedOn: '2024-01-01', endedOn: null, team: 'Lions', site: null,
  shift: 'day', hoursPerWeek: 38.5, headcountLed: null, status: 'confirmed', replacesId: null, version: 1, ...over,
});

/** Number 1 leads number 2, who is a technician. */
function present(appointments: PresentAppointment[] = [held({})], lines: PresentLine[] = [{ reportingLineId: 1, personId: 2, managerId: 1, startedOn: '2024-01-01', endedOn: null }]): Present {
  const person = (personId: number) => ({ personId, number: String(personId), name: `Person ${personId}`, email: null, erased: false, version: 1 });
  return {
    today,
    catalogue: {
      families: [{ familyId: 'service-desk', name: 'Service desk' }], roles: [role('technician', 'Technician', ['agent']), role('analyst', 'Analyst', ['agent'])],
      skills: [{ skillId: 'patience', name: 'Patience' }], certifications: [],
    },
    people: [person(1), person(2), person(3)], lines, teams: ['Lions'], sites: [],
    histories: new Map([[2, { appointments, education: [], certificates: [], ratings: new Map([['patience|self|2026-01-01', 3]]) }]]),
  };
}

const compare = (values: Partial<ColumnValues>, known = present(), changesFrom = today) => (
  comparePeople({ rows: [{ line: 2, values: { number: '2', name: 'Person 2', ...values } }], problems: [] }, known, changesFrom));

describe('comparing a row with what is here', () => {
  test('says nothing when both say the same', () => {
    const { plan, problems } = compare({ manager: '1', role: 'technician', started_on: '2024-01-01', team: 'LIONS', shift: 'day', hours_per_week: 38.5, ratings: [{ skill: 'patience', level: 3, source: 'self', ratedOn: '2026-01-01' }] });
    expect(problems).toEqual([]);
    expect(plan).toEqual(emptyPlan());
  });

  test('a stay that was split in the application is one: its first day still fits, and what it holds goes to the part of today', () => {
    const known = present([held({ endedOn: '2025-05-31' }), held({ appointmentId: 2, startedOn: '2025-06-01', team: 'Tigers' })]);
    const { plan } = compare({ role: 'technician', started_on: '2024-01-01', team: 'Bears' }, known);
    expect(plan.changedAppointments).toEqual([expect.objectContaining({ appointmentId: 2, team: 'Bears', endedOn: null, confirms: false })]);
    expect(plan.newTeams).toEqual(['Bears']);
  });

  test('a move that is planned in the application is not undone by a file that does not know it', () => {
    const known = present([held({ endedOn: '2026-12-31' }), held({ appointmentId: 2, roleId: 'analyst', startedOn: '2027-01-01' })]);
    expect(compare({ role: 'technician', started_on: '2024-01-01' }, known).plan).toEqual(emptyPlan());
    expect(compare({ role: 'technician' }, known).plan).toEqual(emptyPlan());
  });

  test('a changed role without a day begins on the day of the change', () => {
    const { plan } = compare({ role: 'analyst' }, present(), '2026-12-01');
    expect(plan.changedAppointments).toMatchObject([{ appointmentId: 1, endedOn: '2026-11-30' }]);
    expect(plan.newAppointments).toMatchObject([{ roleId: 'analyst', startedOn: '2026-12-01', endedOn: null, team: null }]);
  });

  test('a changed role that would begin before the one held is reported and left', () => {
    const { plan } = compare({ role: 'analyst', started_on: '2023-01-01', team: 'Bears' });
    expect(plan.notices).toEqual([expect.objectContaining({ line: 2, number: '2', column: 'role' })]);
    expect({ ...plan, notices: [] }).toEqual(emptyPlan());
  });

  test('a word that means two roles is asked about', () => {
    expect(compare({ role: 'Agent' }).problems).toEqual([{ line: 2, column: 'role', reason: '"Agent" can mean Technician or Analyst. Write which.' }]);
  });

  test('a manager who is planned from a later day on stays planned', () => {
    const lines = [{ reportingLineId: 1, personId: 2, managerId: 1, startedOn: '2024-01-01', endedOn: '2026-12-31' }, { reportingLineId: 2, personId: 2, managerId: 3, startedOn: '2027-01-01', endedOn: null }];
    expect(compare({ manager: '1' }, present(undefined, lines)).plan).toEqual(emptyPlan());
    expect(compare({ manager: '3' }, present(undefined, lines)).plan).toEqual(emptyPlan());
    lines[1]!.managerId = 4;
    const known = present(undefined, lines);
    known.people.push({ ...known.people[0]!, personId: 4, number: '4' });
    expect(compare({ manager: '3' }, known).plan.notices).toMatchObject([{ column: 'manager', reason: expect.stringContaining('From 2027-01-01 on another manager, 4, is planned') }]);
  });

  test('the order of rows does not matter', () => {
    const rows = ['2', '3', '9'].map((number, index) => ({ line: index + 2, values: { number, name: `Person ${number}`, manager: number === '9' ? '2' : '9', team: 'Bears', role: 'analyst', started_on: '2026-01-01' } }));
    const forwards = comparePeople({ rows: rows.slice(1), problems: [] }, present(), today);
    const backwards = comparePeople({ rows: rows.slice(1).reverse(), problems: [] }, present(), today);
    expect(countPlan(forwards.plan)).toEqual(countPlan(backwards.plan));
    expect(comparePeople({ rows, problems: [] }, present(), today).problems).toEqual([expect.objectContaining({ line: 2, reason: expect.stringContaining('2 → 9 → 2') })]);
  });
});

describe('circles', () => {
  const people = [1, 2, 3].map((personId) => ({ personId, number: String(personId), name: '', email: null, erased: false, version: 1 }));
  const line = (person: number, manager: number, startedOn: string, endedOn: string | null): PresentLine => ({ reportingLineId: person * 10 + manager, personId: person, managerId: manager, startedOn, endedOn });

  test('only lines that hold on the same day close one', () => {
    const lines = [line(1, 2, '2024-01-01', '2025-12-31')];
    const after = { ...emptyPlan(), newLines: [{ number: '2', managerNumber: '1', startedOn: '2026-01-01', endedOn: null }] };
    const overlapping = { ...emptyPlan(), newLines: [{ number: '2', managerNumber: '1', startedOn: '2025-12-31', endedOn: null }] };
    expect(circlesIn(after, { lines, people })).toEqual([]);
    expect(circlesIn(overlapping, { lines, people })).toEqual([['2', '1', '2']]);
    expect(circlesIn({ ...overlapping, endedLines: [{ reportingLineId: 12, managerId: 2, endedOn: '2025-06-30' }] }, { lines, people })).toEqual([]);
  });

  test('days are cut down along the way up', () => {
    // 1 under 2 until March, 2 under 3 from April on: 3 may come under 1 without a circle.
    const lines = [line(1, 2, '2026-01-01', '2026-03-31'), line(2, 3, '2026-04-01', null)];
    expect(circlesIn({ ...emptyPlan(), newLines: [{ number: '3', managerNumber: '1', startedOn: '2026-01-01', endedOn: null }] }, { lines, people })).toEqual([]);
    lines[1]!.startedOn = '2026-03-31';
    expect(circlesIn({ ...emptyPlan(), newLines: [{ number: '3', managerNumber: '1', startedOn: '2026-01-01', endedOn: null }] }, { lines, people })).toEqual([['3', '1', '2', '3']]);
  });
});

test.each([
  ['help-desk-technicain', 'help-desk-technician'], ['helpdesk technician', 'help-desk-technician'], ['Techncian', 'technician'], ['plumber', null], ['x', null],
])('the nearest to %s is %s', (text, expected) => {
  expect(nearest(text, ['technician', 'help-desk-technician', 'analyst'])).toBe(expected);
});

test('an outcome in words', () => {
  expect(describeOutcome({ accepted: false, problems: [{ line: 3, column: 'role', reason: 'There is no role "x".' }, { line: 4, column: null, reason: 'Too long.' }] }, false)).toEqual([
    'line 3, role: There is no role "x".', 'line 4: Too long.', '', '2 mistakes in the file. Nothing was changed: mend the file and bring it in again.',
  ]);
  const { plan } = compare({ role: 'analyst', ratings: [{ skill: 'patience', level: 4, source: 'self', ratedOn: '2026-01-01' }] });
  expect(describeOutcome({ accepted: true, rows: 1, counts: countPlan(plan), changes: plan.changes, notices: plan.notices }, true)).toEqual([
    'line 2, 2 Person 2: technician ended on 2026-11-21; Analyst from 2026-11-22', '',
    'Left as it is, because the file and what is here contradict each other. Please look at:',
    '  2, line 2, ratings: Patience (self, 2026-01-01) is 3 here, not 4. Left as it is.', '',
    '1 row read, 1 would change.', '  1 new appointments', '  1 changed appointments', 'This was a dry run: nothing was written.',
  ]);
});
