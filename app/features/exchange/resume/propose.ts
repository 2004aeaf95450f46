import type { Day } from '#app/domain/date.ts';
import { issueFault, periodFault } from '#app/domain/entry.ts';
import { levelName } from '#app/domain/skill.ts';
import { lookUpsOf } from '../look-up.ts';
import { folded, nearest } from '../nearest.ts';
import type { Catalogue } from '../present.ts';
import { exactnessText, sameDay } from './dated.ts';
import { mainFault } from './fit.ts';
import { languageCode, languageName } from './languages.ts';
import type { Record } from './record.server.ts';
import type { Dated, LeftOut, Resume } from './resume.ts';
import { educationGuess, fluencyGuess, levelGuess, type Fluency } from './words.ts';

/** A row that could be brought in. `take`: whether it is proposed; `notes`: what to know about it before deciding. */
interface Proposed { take: boolean; known: boolean; notes: string[]; title: string }
export interface ProposedWork extends Proposed {
  /** At the organisation itself: then in a role of the catalogue. */
  ours: boolean; role: string | null; employer: string | null; roleName: string | null; startedOn: Day | null; endedOn: Day | null;
}
export interface ProposedEducation extends Proposed { level: string | null; subject: string | null; institution: string | null; finishedOn: Day | null }
export interface ProposedCertificate extends Proposed { certification: string | null; name: string; issuedOn: Day | null; expiresOn: Day | null }
export interface ProposedSkill extends Proposed { skill: string; level: number | null }
export interface ProposedLanguage extends Proposed { language: string; fluency: Fluency | null }

/** What a curriculum vitae would add to a record, row by row, and what it cannot. */
export interface Proposal {
  work: ProposedWork[];
  education: ProposedEducation[];
  certificates: ProposedCertificate[];
  skills: ProposedSkill[];
  languages: ProposedLanguage[];
  /** By the reason. */
  leftOut: { why: string; what: string[] }[];
}

const knownNote = 'This is in your record already.';

/** Compares a file with the record and the catalogue. Nothing that is there already, cannot be, or is a mere guess is proposed: it is shown, unticked, with its reason. */
export function propose(resume: Resume, record: Record, catalogue: Catalogue, today: Day): Proposal {
  const find = lookUpsOf(catalogue);
  const skills = proposeSkills(resume, record, catalogue);
  const languages = proposeLanguages(resume, record);
  return {
    work: resume.work.map(({ employer, position, start, end }): ProposedWork => {
      const ours = employer !== null && folded(employer) === folded(record.organisation);
      const meant = ours && position !== null ? find.role.find(position) : null;
      const role = meant === null ? null : 'value' in meant ? meant.value.roleId : called(position ?? '', catalogue.roles)?.roleId ?? null;
      const [startedOn, endedOn] = [start?.day ?? null, end?.day ?? null];
      const known = record.appointments.some((held) => sameDay(held.startedOn, start) && (ours
        ? held.employer === null && (held.roleId === role || folded(held.title) === folded(position ?? ''))
        : held.employer !== null && folded(held.employer) === folded(employer ?? '') && folded(held.title) === folded(position ?? '')));
      const missing = [
        ...(start === null ? ['The file gives no first day: please give it.'] : []), ...(employer === null ? ['The file names no employer: please name it.'] : []),
        ...(position === null && !ours ? ['The file names no role: please name it.'] : []), ...(ours && role === null ? ['Please choose which of our roles it was.'] : []),
      ];
      const period = startedOn === null ? null : { startedOn, endedOn };
      const fault = period === null ? null : (periodFault(period, today) ?? (ours ? mainFault(record, period, today) : null))?.reason ?? null;
      const notes = known ? [knownNote] : [...missing, ...(fault === null ? [] : [fault]), ...exactness(['First day', start], ['Last day', end])];
      return {
        take: !known && startedOn !== null && missing.length === 0 && fault === null && end?.day !== null, known, notes,
        title: [position ?? 'A role', employer].filter(Boolean).join(', '), ours, role, employer: ours ? null : employer, roleName: position, startedOn, endedOn,
      };
    }),
    education: resume.education.map(({ institution, area, studyType, end }): ProposedEducation => {
      const level = educationGuess(studyType);
      const known = record.education.some((held) => held.level === level && alike(held.institution, institution) && (alike(held.subject, area) || held.subject === null || area === null));
      const notes = known ? [knownNote] : [
        ...(level === null ? [studyType === null ? 'The file gives no level: please choose it.' : `Please choose the level: “${studyType}” is none that we know.`] : []),
        ...(studyType !== null && /\bph\.?\s?d|doctor/i.test(studyType) ? ['A doctorate counts as a master’s degree, the highest level that is kept.'] : []), ...exactness(['Finished', end]),
      ];
      return {
        take: !known && level !== null && end?.day !== null, known, notes, title: [studyType, area, institution].filter(Boolean).join(', '),
        level, subject: area, institution, finishedOn: end?.day ?? null,
      };
    }),
    certificates: resume.certificates.map(({ name, issued, expires }): ProposedCertificate => {
      const certification = called(name, catalogue.certifications)?.certificationId ?? null;
      const near = certification === null ? likest(name, catalogue.certifications) : null;
      const [issuedOn, expiresOn] = [issued?.day ?? null, expires?.day ?? null];
      const known = record.certificates.some((held) => (held.certificationId === null ? folded(held.title) === folded(name) : held.certificationId === certification) && sameDay(held.issuedOn, issued));
      const fault = issuedOn === null ? null : issueFault({ startedOn: issuedOn, endedOn: expiresOn }, today)?.reason ?? null;
      const notes = known ? [knownNote] : [
        ...(issued === null ? ['The file does not say when it was issued: please give the day.'] : []), ...(fault === null ? [] : [fault]),
        ...(near === null ? [] : [`Is it “${near.name}” of the catalogue? Then choose that below.`]), ...exactness(['Issued', issued], ['Last valid day', expires]),
      ];
      return { take: !known && issuedOn !== null && fault === null && expires?.day !== null, known, notes, title: name, certification, name, issuedOn, expiresOn };
    }),
    skills: skills.rows,
    languages: languages.rows,
    leftOut: byReason([...skills.leftOut, ...languages.leftOut, ...resume.leftOut]),
  };
}

function byReason(leftOut: readonly LeftOut[]): Proposal['leftOut'] {
  const reasons = new Map<string, string[]>();
  for (const { what, why } of leftOut) reasons.set(why, [...(reasons.get(why) ?? []), what]);
  return [...reasons].map(([why, what]) => ({ why, what }));
}

/** By the skill's own name; else, unticked, by one that is nearly called so; else by keywords that are names of skills. Each skill once. */
function proposeSkills(resume: Resume, record: Record, { skills }: Catalogue): { rows: ProposedSkill[]; leftOut: LeftOut[] } {
  const rows = new Map<string, ProposedSkill>();
  const leftOut: LeftOut[] = [];
  for (const { name, level: word, keywords } of resume.skills) {
    const exact = called(name, skills);
    const named = exact ? [exact] : keywords.flatMap((keyword) => called(keyword, skills) ?? []);
    const near = named.length === 0 ? likest(name, skills) : null;
    if (named.length === 0 && near === null) leftOut.push({ what: `Skill “${name}”`, why: 'No skill of the catalogue is called that. If one means the same, rate it on your skills page.' });
    for (const skill of near === null ? named : [near]) {
      if (rows.has(skill.skillId)) continue;
      const level = levelGuess(word);
      const now = record.levels.find(({ skillId }) => skillId === skill.skillId)?.level ?? null;
      const notes = [
        ...(exact ? [] : [`The file says “${name}”.`]),
        ...(word === null ? ['The file gives no level: please choose one.'] : level === null ? [`Please choose a level: the file says “${word}”.`] : [`The file says “${word}”: please check that this is the level you mean.`]),
        ...(now === null ? [] : [now === level ? knownNote : `You are at ${now} ${levelName(now)} here already.`]),
      ];
      rows.set(skill.skillId, { take: near === null && level !== null && now === null, known: now !== null && now === level, notes: now !== null && now === level ? [knownNote] : notes, title: skill.name, skill: skill.skillId, level });
    }
  }
  return { rows: [...rows.values()], leftOut };
}

function proposeLanguages(resume: Resume, record: Record): { rows: ProposedLanguage[]; leftOut: LeftOut[] } {
  const rows = new Map<string, ProposedLanguage>();
  const leftOut: LeftOut[] = [];
  for (const { name, fluency: word } of resume.languages) {
    const language = languageCode(name);
    if (language === null) leftOut.push({ what: `Language “${name}”`, why: 'No language of that name is known.' });
    if (language === null || rows.has(language)) continue;
    const fluency = fluencyGuess(word);
    const now = record.languages.find((held) => held.language === language)?.fluency ?? null;
    const notes = now !== null && now === fluency ? [knownNote] : [
      ...(fluency === null ? ['Please choose how well you can support people in it.'] : [`The file says “${word}”.`]), ...(now === null ? [] : [`It stands here as ${now} already.`]),
    ];
    rows.set(language, { take: fluency !== null && now === null, known: now !== null && now === fluency, notes, title: languageName(language), language, fluency });
  }
  return { rows: [...rows.values()], leftOut };
}

/** What is called that: by its whole name, or by the part before or in its brackets, as in "Cisco Certified Network Associate (CCNA)". Null when several are, or none. */
function called<T extends { name: string }>(text: string, items: readonly T[]): T | null {
  const wanted = folded(text);
  const whole = items.find(({ name }) => folded(name) === wanted);
  const parts = whole ? [whole] : items.filter(({ name }) => {
    const [, before, inside] = /^(.+?) ?\((.+)\)$/.exec(name) ?? [];
    return before !== undefined && inside !== undefined && [before, inside].some((part) => folded(part) === wanted);
  });
  return parts.length === 1 ? parts[0]! : null;
}

/** What a name most likely means, for a person to decide: few letters differ, or most of its words are the same. */
function likest<T extends { name: string }>(text: string, items: readonly T[]): T | null {
  const close = nearest(text, items.map(({ name }) => name));
  if (close !== null) return items.find(({ name }) => name === close) ?? null;
  const wanted = stems(text);
  const shared = (name: string) => {
    const others = stems(name);
    const both = [...wanted].filter((stem) => others.has(stem)).length;
    return both / (wanted.size + others.size - both || 1);
  };
  const [best] = items.map((item) => ({ item, share: shared(item.name) })).sort((a, b) => b.share - a.share);
  return best && best.share >= 0.5 ? best.item : null;
}

/** The beginnings of the words that carry meaning. */
function stems(text: string): Set<string> {
  return new Set(folded(text).split(/[^\p{L}\p{N}+#]+/u).filter((word) => word.length > 2 && !['and', 'the', 'for', 'with'].includes(word)).map((word) => word.slice(0, 6)));
}

function alike(a: string | null, b: string | null): boolean {
  return folded(a ?? '') === folded(b ?? '');
}

function exactness(...days: [what: string, dated: Dated | null][]): string[] {
  return days.flatMap(([what, dated]) => {
    const words = dated === null ? null : exactnessText(dated);
    return words === null ? [] : [`${what}: ${words.charAt(0).toLowerCase()}${words.slice(1)}`];
  });
}
