import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leftOutWords } from '#app/features/exchange/resume/left-out.ts';
import { propose } from '#app/features/exchange/resume/propose.ts';
import { readResume } from '#app/features/exchange/resume/read-resume.ts';
import type { Record } from '#app/features/exchange/resume/record.server.ts';
import type { Resume } from '#app/features/exchange/resume/resume.ts';
import { testDay } from '#test/support/people.ts';

const read = (file: unknown) => readResume(JSON.stringify(file)) as Resume;
const nothing: Record = { name: 'Robin Example', email: null, role: null, organisation: 'Test organisation', appointments: [], certificates: [], education: [], levels: [], languages: [] };
const catalogue = {
  families: [], roles: [{ roleId: 'help-desk-technician', name: 'Help desk technician', aliases: [], familyId: 'service-desk', grade: 1, retiredOn: null }],
  skills: [{ skillId: 'networking', name: 'Networking (routing and switching)' }, { skillId: 'linux', name: 'Linux' }, { skillId: 'customer-service', name: 'Customer service' }],
  certifications: [{ certificationId: 'ccna', name: 'Cisco Certified Network Associate (CCNA)' }],
};
const proposalOf = (file: unknown, record: Record = nothing) => propose(read(file), record, catalogue, testDay);
const leftIn = (file: unknown, record?: Record) => proposalOf(file, record).leftOut.flatMap(({ what }) => what);

describe('files of other tools', () => {
  test('as made from a network’s export: months in words, several names for one thing, jobs that go on', () => {
    const file = {
      work: [
        { company: 'Harbour Ltd', title: 'Support engineer', startDate: 'Mar 2019', endDate: 'Present', highlights: [] },
        { name: 'Old Mill', company: 'Old Mill', position: 'Clerk', title: 'Senior clerk', startDate: 'September 2014', endDate: 'Feb. 2019' },
      ],
      certificates: [{ title: 'CCNA', startDate: '2023-05-01T00:00:00.000Z', endDate: '', issuer: 'Cisco' }],
      education: [{ institution: 'Harbour College', studyType: 'BSc Computing', startDate: '2010', endDate: '2013' }, { institution: 'Harbour School', studyType: 'Secondary school', endDate: '2009' }],
    };
    const { work, certificates, education } = proposalOf(file);
    expect(work.map(({ take, employer, roleName, startedOn, endedOn }) => [take, employer, roleName, startedOn, endedOn])).toEqual([
      [true, 'Harbour Ltd', 'Support engineer', '2019-03-01', null], [true, 'Old Mill', 'Clerk', '2014-09-01', '2019-02-28'],
    ]);
    expect(certificates).toMatchObject([{ take: true, certification: 'ccna', issuedOn: '2023-05-01', expiresOn: null }]);
    expect(education.map(({ level, subject }) => [level, subject])).toEqual([['bachelor', 'BSc Computing'], ['secondary', null]]);
    expect(leftIn(file)).toEqual(['work: “title” (row 2)', 'education: “startDate” (row 1)', 'certificates: “issuer” (row 1)']);
  });

  test('of odd types: what can be read is read, what cannot is named with its row', () => {
    const file = {
      basics: 'Robin', work: { name: 'Harbour Ltd', position: ['Clerk'], startDate: { year: 2019 }, endDate: 2020 }, education: ['Harbour College', null, {}],
      certificates: ['CCNA', { date: '2020' }], skills: ['Linux', 7, { keywords: 'Customer service, Juggling' }, { name: 'Linux', level: 4, keywords: [{ name: 'Bash' }] }],
      languages: [{ language: 'Welsh', fluency: true }, 'cy', ''], 'a part of its own': 'text',
    };
    const { work, certificates, skills, languages } = proposalOf(file);
    expect(work).toMatchObject([{ take: false, employer: 'Harbour Ltd', roleName: null, startedOn: null, endedOn: '2020-12-31' }]);
    expect(certificates).toMatchObject([{ name: 'CCNA', take: false }]);
    expect(skills.map(({ skill, level }) => [skill, level])).toEqual([['linux', null], ['customer-service', null]]);
    expect(languages.map(({ language }) => language)).toEqual(['cy']);
    expect(leftIn(file)).toEqual([
      'skills: “Juggling” below “Customer service”', 'skills: “Linux” (4)', 'languages: “cy”', 'basics: all of it', '“a part of its own”', 'work: “position” (row 1) and “startDate” (row 1)',
      'skills: a part of “keywords” (row 4)', 'languages: “fluency” (row 1)', 'education: row 1', 'certificates: row 2', 'skills: row 2',
    ]);
  });

  test('rows without a name, rows and texts beyond what is read: each named, with the way to bring it in', () => {
    const file = {
      work: Array.from({ length: 63 }, (_, n) => (n === 1 ? { startDate: '2019' } : { name: `Employer ${n}`, position: 'x'.repeat(n === 2 ? 500 : 5), startDate: '2019' })),
      languages: Array.from({ length: 41 }, () => ({ fluency: 'Fluent' })), skills: [{ name: 'Linux', keywords: Array.from({ length: 61 }, () => 'Linux') }],
    };
    const { leftOut, work } = proposalOf(file);
    expect(work).toHaveLength(59);
    expect(work[1]?.roleName).toHaveLength(120);
    expect(leftOut).toEqual(expect.arrayContaining([
      { why: 'At most 60 are read at once. Put these into a second file, and bring that in afterwards.', what: ['work: rows 61 to 63'] },
      { why: 'At most 40 are read at once. Put these into a second file, and bring that in afterwards.', what: ['languages: row 41'] },
      { why: 'It names neither an employer nor a role.', what: ['work: row 2'] },
      { why: 'It is longer than a name here can be.', what: ['work: “position” after its first 120 characters (row 3)'] },
      { why: 'It has no name.', what: ['languages: rows 1, 2, 3, 4, 5 and 35 more'] },
      { why: 'So many are not read.', what: ['skills: “keywords” after the first 60 (row 1)'] },
    ]));
  });

  test('a row that is in the record with other days, or twice in the file, says so', () => {
    const record: Record = {
      ...nothing,
      appointments: [{ id: 1, kind: 'primary', employer: 'Old Mill', roleId: null, title: 'Clerk', family: null, startedOn: '2014-09-01', endedOn: '2019-01-31', site: null, team: null, status: 'stated', replacesId: null }],
      education: [{ level: 'bachelor', subject: null, institution: 'Harbour College', finishedOn: '2013-06-30', status: 'stated' }],
    };
    const clerk = { name: 'Old Mill', position: 'Clerk', startDate: '2014-09-01' };
    const guard = { name: 'Old Mill', position: 'Guard', startDate: '2010-01-01', endDate: '2010-12-31' };
    const { work, education } = proposalOf({
      work: [{ ...clerk, endDate: '2019-02' }, clerk, guard, guard], education: [{ institution: 'Harbour College', area: 'Networks', studyType: 'Bachelor', endDate: '2013' }],
    }, record);
    expect(work.map(({ take, known, notes }) => [take, known, notes[1] ?? notes[0]])).toEqual([
      [false, true, 'The file gives another last day: 2019-02.'], [false, true, 'This is in your record already.'], [true, false, undefined], [false, false, 'The file has this row twice.'],
    ]);
    expect(education[0]?.notes).toContain('The file gives a subject: Networks.');
    const here = { name: 'Test organisation', position: 'Help desk technician' };
    const overlapping = proposalOf({ work: [{ ...here, startDate: '2024-01-01' }, { ...here, startDate: '2023-01-01' }, { ...here, startDate: '2021-01-01', endDate: '2022-12-31' }] });
    expect(overlapping.work.map(({ take }) => take), 'two main roles with us on one day').toEqual([true, false, true]);
  });
});

describe('everything in a file is read or named', () => {
  const fields = {
    work: ['name', 'company', 'position', 'title', 'startDate', 'endDate', 'summary'], education: ['institution', 'area', 'studyType', 'endDate', 'gpa'],
    certificates: ['name', 'title', 'date', 'endDate', 'issuer'], skills: ['name', 'level', 'keywords', 'years'], languages: ['language', 'name', 'fluency', 'since'],
  };
  type Part = keyof typeof fields;
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'Z', 'ü', '9', '-'), minLength: 3, maxLength: 8 });
  const value = fc.oneof({ weight: 5, arbitrary: word }, fc.constantFrom<unknown>(null, '', ' ', true, 7, {}, [], { a: 1 }, ['q', 'r'], [null], 'x'.repeat(400), '2019', '2019-05', 'May 2019', '\u0000', '\ud800'));
  const rows = (part: Part) => fc.array(fc.oneof(fc.dictionary(fc.constantFrom(...fields[part]), value, { maxKeys: 7 }), value), { maxLength: 4 });
  const file = fc.record({ work: rows('work'), education: rows('education'), certificates: rows('certificates'), skills: rows('skills'), languages: rows('languages') });

  test('whatever it is', () => {
    fc.assert(fc.property(file, (given) => {
      const { leftOut, ...taken } = read({ basics: {}, ...given });
      for (const part of Object.keys(fields) as Part[]) {
        const said = leftOut.flatMap(({ what }) => (what.startsWith(`${part}: `) ? what.slice(part.length + 2) : []));
        const kept = JSON.stringify(taken[part]);
        for (const [at, row] of given[part].entries()) {
          const isWhole = said.some((one) => [...one.matchAll(/(?:^|, | and )rows? ([\d, and]+)$/g)].some(([, numbers]) => numbers!.match(/\d+/g)!.includes(String(at + 1))));
          const isNamed = (field: string) => said.some((one) => [...one.matchAll(/“([^”]*)”[^“(]*\(rows? ([^)]*)\)/g)].some(([, name, numbers]) => name === field && numbers!.match(/\d+/g)!.includes(String(at + 1))));
          const isRow = typeof row === 'object' && row !== null && !Array.isArray(row);
          for (const [field, content] of Object.entries(isRow ? row : { '': row })) {
            const items: unknown[] = Array.isArray(content) ? content : [content];
            const texts = items.filter((one) => typeof one === 'string' && one.replace(/[\s\0\ud800]/g, '') !== '') as string[];
            const isKept = texts.length > 0 && texts.every((one) => kept.includes(one.slice(0, 120)));
            const isEmpty = (one: unknown) => one === null || (typeof one === 'object' ? Object.keys(one as object).length === 0 : typeof one === 'string' && one.trim() === '');
            expect(items.every(isEmpty) || isKept || isWhole || isNamed(field) || kept.includes(`"${String(content)}"`), `${part}[${at}].${field} of ${JSON.stringify(given)}: ${said.join('; ')}`).toBe(true);
          }
        }
      }
    }), { numRuns: 300 });
  });
});

describe('hostile files', () => {
  test('strange ones are read without a fault', () => {
    const strange = [null, 1, 'text', [], {}, [null], [[]], [{}], [{ name: null }], [{ name: { a: 1 }, startDate: 7, keywords: 'x', level: [] }], [{ name: 'a\u0000b', position: '\ud800', date: '9999-99-99', language: '🦆', endDate: 'Present' }]];
    for (const part of ['work', 'education', 'certificates', 'skills', 'languages', 'volunteer', 'basics', 'meta']) {
      for (const value of strange) expect(() => JSON.stringify(proposalOf({ basics: {}, [part]: value }))).not.toThrow();
    }
    const { work } = read({ work: [{ name: `${'x'.repeat(119)}🦆`, position: 'a\u0000\ud800b' }] });
    expect(work).toMatchObject([{ employer: 'x'.repeat(119), position: 'a b' }]);
  });

  test('names of an object’s machinery are names like any other', () => {
    for (const text of ['{"basics":{"__proto__":"x","constructor":"y"}}', '{"work":[{"name":"a","__proto__":{"position":"b"},"constructor":["b"]}]}', '{"basics":{},"__proto__":{"a":1},"constructor":["b"]}']) {
      const { leftOut } = readResume(text) as Resume;
      expect(leftOut.map(({ what }) => what).join()).toMatch(/“__proto__”.* and “constructor”/);
      expect(leftOut.map(({ why }) => typeof why)).toEqual(leftOut.map(() => 'string'));
    }
  });

  test('a megabyte of rows, of fields or of depth is answered at once, in few words', () => {
    const skills = Array.from({ length: 10_000 }, (_, n) => ({ name: `Skill ${n} of some length`, level: 'Expert', keywords: [`a${n}`, `b${n}`] }));
    const manyFields = { name: 'a', ...Object.fromEntries(Array.from({ length: 50_000 }, (_, n) => [`field ${n}`, n])) };
    const texts = [JSON.stringify({ skills }), JSON.stringify({ work: [manyFields], languages: [manyFields] }), `{"work":${'['.repeat(400_000)}${']'.repeat(400_000)}}`, `{"work":${'{"name":'.repeat(100_000)}1${'}'.repeat(100_000)}}`];
    for (const text of texts) {
      const began = performance.now();
      const { leftOut } = propose(readResume(text) as Resume, nothing, catalogue, testDay);
      expect(performance.now() - began).toBeLessThan(2000);
      expect(JSON.stringify(leftOut).length).toBeLessThan(20_000);
    }
    expect(leftIn({ skills })[0]).toMatch(/^skills: “Skill 0 of some length” \(Expert\), .* and 560 more$/);
  });
});

test('of very many things the first are named, and how many more', () => {
  expect(leftOutWords([1, 2, 3, 4, 5, 6, 7].map((row) => ({ part: 'work', row, what: '“url”', why: 'So.' })))).toEqual([{ what: 'work: “url” (rows 1, 2, 3, 4, 5 and 2 more)', why: 'So.' }]);
  expect(leftOutWords(Array.from({ length: 77 }, (_, n) => ({ part: 'work', what: `“${n}”`, why: 'So.' })))[0]?.what).toMatch(/“39” and 37 more$/);
});
