import { leftOutWords, type Left } from './left-out.ts';
import { hasContent, objectOf, quoted, readRow, type Given, type Row } from './read-row.ts';
import type { Resume } from './resume.ts';

/** How many rows of a part are read at once, and how long a text in them may be: as long as the form by which one enters it by hand takes. */
const bounds = {
  work: { rows: 60, longest: 120 }, education: { rows: 40, longest: 160 }, certificates: { rows: 80, longest: 160 }, skills: { rows: 200, longest: 160 }, languages: { rows: 40, longest: 160 },
};
type Part = keyof typeof bounds;
const mostKeywords = 60;
const noPlace = 'Deskpath has no place for it.';

/** Maps, as a file may name a field `__proto__`. */
const sections = new Map(Object.entries({
  volunteer: 'Deskpath keeps roles in IT support and jobs before them; unpaid work can be logged by hand as an earlier role.',
  awards: noPlace, publications: noPlace, projects: 'Log what you did as evidence of the skill it shows.', references: 'They are other people’s words, and other people’s data.',
  interests: noPlace, hobbies: noPlace, meta: 'It is about the file, not about you.',
}));
const basics = new Map(Object.entries({
  name: 'Your name stays as the organisation has it.', email: 'Your address stays as the organisation has it.', label: 'Your role comes from your history.',
  image: 'Deskpath keeps no photos.', picture: 'Deskpath keeps no photos.', phone: noPlace, url: noPlace, website: noPlace, summary: noPlace, location: 'Your site comes from your role.', profiles: noPlace,
}));
const evidence = 'Log what you did as evidence of the skill it shows.';
const fields = new Map(Object.entries({
  'work.highlights': evidence, 'work.summary': evidence, 'work.description': evidence, 'work.location': 'The site of a role here can be set on your history page.',
  'education.startDate': 'Only the end of an education is kept.', 'certificates.issuer': 'Who issues a certificate stands in the catalogue.',
}));
const known = new Set(['basics', ...Object.keys(bounds), '$schema', ...sections.keys()]);

/**
 * Reads a JSON Resume of version 0 or 1, made by any tool: what is missing is missing, what is not taken over is named as left out.
 * A reason where the text is no such file at all.
 */
export function readResume(text: string): Resume | { reason: string } {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { reason: 'This is not JSON. Save your curriculum vitae as JSON Resume and try again.' };
  }
  const given = objectOf(json);
  if (given['format'] === 'deskpath-person') return { reason: 'This is the file with everything from Deskpath. Whoever runs Deskpath brings it in; here a JSON Resume is taken.' };
  if (!Object.keys(given).some((name) => known.has(name) && !['$schema', 'meta'].includes(name))) return { reason: 'This is JSON, but no JSON Resume: it has none of its parts (basics, work, education, certificates, skills, languages).' };
  const left: Left[] = [];
  const leave = (one: Left) => { left.push(one); };
  leaveOthers(given, leave);
  const rowsOf = <T>(part: Part, read: (row: Row) => T | string) => readRows(given, part, leave, read);
  const resume = {
    work: rowsOf('work', (row) => {
      const [employer, position] = [row.text('name', 'company', 'organization'), row.text('position', 'title')];
      return employer === null && position === null ? 'It names neither an employer nor a role.' : { employer, position, start: row.dated('first', 'startDate'), end: row.dated('last', 'endDate') };
    }),
    education: rowsOf('education', (row) => {
      const [institution, area, studyType] = [row.text('institution'), row.text('area'), row.text('studyType')];
      return [institution, area, studyType].every((one) => one === null) ? 'It names no school, subject or level.' : { institution, area, studyType, end: row.dated('last', 'endDate') };
    }),
    certificates: rowsOf('certificates', (row) => {
      const name = row.text('name', 'title');
      return name === null ? 'It has no name.' : { name, issued: row.dated('first', 'date', 'startDate'), expires: row.dated('last', 'endDate', 'expires', 'expirationDate', 'validUntil') };
    }),
    skills: rowsOf('skills', (row) => {
      const keywords = row.texts('keywords', mostKeywords);
      const name = row.text('name') ?? keywords[0];
      return name === undefined ? 'It has no name.' : { name, level: row.text('level'), keywords };
    }),
    languages: rowsOf('languages', (row) => {
      const name = row.text('language', 'name');
      return name === null ? 'It has no name.' : { name, fluency: row.text('fluency') };
    }),
  };
  return { ...resume, leftOut: leftOutWords(left) };
}

/** A part's rows, as many as are read at once. A single row without a list around it counts as a list of one, a bare word as its name. */
function readRows<T>(given: Given, part: Part, leave: (left: Left) => void, read: (row: Row) => T | string): T[] {
  const value = given[part];
  const items: unknown[] = Array.isArray(value) ? value : hasContent(value) ? [value] : [];
  const { rows: most, longest } = bounds[part];
  if (items.length > most) {
    leave({ part, what: items.length === most + 1 ? `row ${most + 1}` : `rows ${most + 1} to ${items.length}`, why: `At most ${most} are read at once. Put these into a second file, and bring that in afterwards.` });
  }
  return items.slice(0, most).flatMap((item, at) => {
    if (!hasContent(item)) return [];
    const isBare = typeof item === 'string' && part !== 'work' && part !== 'education';
    const found = readRow({ part, row: at + 1, given: isBare ? { name: item } : objectOf(item), longest, leave }, (name) => fields.get(`${part}.${name}`) ?? noPlace, read);
    return found === null ? [] : [found];
  });
}

/** What stands in parts that are not read at all, and about the person. */
function leaveOthers(given: Given, leave: (left: Left) => void): void {
  const person = given['basics'];
  if (hasContent(person) && Object.keys(objectOf(person)).length === 0) leave({ part: 'basics', what: 'all of it', why: 'It is no object with fields.' });
  for (const [name, value] of Object.entries(objectOf(person))) {
    if (hasContent(value)) leave({ part: 'basics', what: quoted(name), why: basics.get(name) ?? noPlace });
  }
  for (const [name, value] of Object.entries(given)) {
    if (!hasContent(value) || (known.has(name) && !sections.has(name))) continue;
    const rows = Array.isArray(value) ? ` (${value.length} ${value.length === 1 ? 'row' : 'rows'})` : '';
    leave({ part: '', what: `${quoted(name)}${rows}`, why: sections.get(name) ?? 'It is not part of JSON Resume.' });
  }
}
