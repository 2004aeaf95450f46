import { readDated } from './dated.ts';
import type { LeftOut, Resume } from './resume.ts';

type Given = Record<string, unknown>;
const most = { work: 60, education: 40, certificates: 80, skills: 150, languages: 40 };
const noPlace = 'Deskpath has no place for it.';

/** Maps, as a file may name a field `__proto__`. */
const sections = new Map(Object.entries({
  volunteer: 'Deskpath keeps roles in IT support and jobs before them; unpaid work can be logged by hand as an earlier role.',
  awards: noPlace, publications: noPlace, projects: 'Log what you did as evidence of the skill it shows.', references: 'They are other people’s words, and other people’s data.',
  interests: noPlace, hobbies: noPlace,
}));
const basics = new Map(Object.entries({
  name: 'Your name stays as the organisation has it.', email: 'Your address stays as the organisation has it.', label: 'Your role comes from your history.',
  image: 'Deskpath keeps no photos.', picture: 'Deskpath keeps no photos.', phone: noPlace, url: noPlace, website: noPlace, summary: noPlace, location: 'Your site comes from your role.', profiles: noPlace,
}));
const known = new Set(['basics', 'work', 'education', 'certificates', 'skills', 'languages', '$schema', 'meta', ...sections.keys()]);

/** Fields of rows that are read, by section; the others are counted and left out. */
const fields: Record<keyof typeof most, readonly string[]> = {
  work: ['name', 'company', 'organization', 'position', 'startDate', 'endDate'],
  education: ['institution', 'area', 'studyType', 'endDate'],
  certificates: ['name', 'title', 'date', 'startDate', 'endDate', 'expires', 'expirationDate', 'validUntil'],
  skills: ['name', 'level', 'keywords'],
  languages: ['language', 'name', 'fluency'],
};

/**
 * Reads a JSON Resume of version 0 or 1, made by any tool: what is missing is missing, what is not known is named as left out.
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
  const leftOut: LeftOut[] = [...othersIn(given)];
  const rowsIn = (section: keyof typeof most): Given[] => {
    const rows = listOf(given[section]).map(objectOf);
    if (rows.length > most[section]) leftOut.push({ what: `${rows.length - most[section]} more rows under “${section}”`, why: `At most ${most[section]} are read at once.` });
    const read = rows.slice(0, most[section]);
    const others = new Map<string, number>();
    for (const name of read.flatMap((row) => Object.keys(row).filter((one) => hasContent(row[one])))) {
      if (!fields[section].includes(name)) others.set(name, (others.get(name) ?? 0) + 1);
    }
    for (const [name, count] of others) leftOut.push({ what: `${section}: “${short(name)}”${count > 1 ? `, ${count} times` : ''}`, why: reasonFor(section, name) });
    return read;
  };
  return {
    work: rowsIn('work').map((row) => ({
      employer: textIn(row, 'name', 'company', 'organization'), position: textIn(row, 'position'),
      start: readDated(textIn(row, 'startDate'), 'first'), end: readDated(textIn(row, 'endDate'), 'last'),
    })).filter(({ employer, position }) => employer !== null || position !== null),
    education: rowsIn('education').map((row) => ({
      institution: textIn(row, 'institution'), area: textIn(row, 'area'), studyType: textIn(row, 'studyType'), end: readDated(textIn(row, 'endDate'), 'last'),
    })).filter(({ institution, area, studyType }) => institution !== null || area !== null || studyType !== null),
    certificates: rowsIn('certificates').flatMap((row) => {
      const name = textIn(row, 'name', 'title');
      return name === null ? [] : [{
        name, issued: readDated(textIn(row, 'date', 'startDate'), 'first'), expires: readDated(textIn(row, 'endDate', 'expires', 'expirationDate', 'validUntil'), 'last'),
      }];
    }),
    skills: rowsIn('skills').flatMap((row) => {
      const keywords = listOf(row['keywords']).flatMap((one) => textOf(one) ?? []).slice(0, 40);
      const name = textIn(row, 'name') ?? keywords[0] ?? null;
      return name === null ? [] : [{ name, level: textIn(row, 'level'), keywords }];
    }),
    languages: rowsIn('languages').flatMap((row) => {
      const name = textIn(row, 'language', 'name');
      return name === null ? [] : [{ name, fluency: textIn(row, 'fluency') }];
    }),
    leftOut,
  };
}

function othersIn(given: Given): LeftOut[] {
  const person = Object.entries(objectOf(given['basics'])).filter(([, value]) => hasContent(value)).map(([name]) => ({ what: `basics: “${short(name)}”`, why: basics.get(name) ?? noPlace }));
  const rest = Object.entries(given).filter(([name, value]) => hasContent(value) && (sections.has(name) || !known.has(name)))
    .map(([name, value]) => ({ what: `“${short(name)}”${Array.isArray(value) ? `, ${value.length} ${value.length === 1 ? 'row' : 'rows'}` : ''}`, why: sections.get(name) ?? 'It is not part of JSON Resume.' }));
  return [...person, ...rest].slice(0, 60);
}

function reasonFor(section: string, name: string): string {
  if (section === 'work' && ['highlights', 'summary', 'description'].includes(name)) return 'Log what you did as evidence of the skill it shows.';
  if (section === 'education' && name === 'startDate') return 'Only the end of an education is kept.';
  if (section === 'certificates' && name === 'issuer') return 'Who issues a certificate stands in the catalogue.';
  return noPlace;
}

function objectOf(value: unknown): Given {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Given : {};
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function hasContent(value: unknown): boolean {
  return !(value === null || value === '' || (Array.isArray(value) && value.length === 0) || (typeof value === 'object' && Object.keys(value).length === 0));
}

function textIn(row: Given, ...names: string[]): string | null {
  for (const name of names) {
    const text = textOf(row[name]);
    if (text !== null) return text;
  }
  return null;
}

/** One line of at most 120 characters without control characters; null when there is nothing in it. */
function textOf(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  return short(String(value)) || null;
}

function short(text: string): string {
  return [...text.replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ').trim()].slice(0, 120).join('').trim();
}
