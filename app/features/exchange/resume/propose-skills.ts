import { levelName, skillKinds } from '#app/domain/skill.ts';
import type { Catalogue } from '../present.ts';
import { languageCode, languageName } from './languages.ts';
import type { Left } from './left-out.ts';
import { meaningsOf } from './meant.ts';
import { knownNote, type ProposedLanguage, type ProposedSkill } from './proposal.ts';
import type { Record } from './record.server.ts';
import type { Resume } from './resume.ts';
import { fluencyGuess, levelGuess } from './words.ts';

const again = 'It stands further up already, and counts once.';
const saidAs = (name: string, word: string | null) => (word === null ? `“${name}”` : `“${name}” (${word})`);
const kinds: ReadonlySet<string> = new Set(skillKinds);

/**
 * By the skill's own name and the keywords beside it that are names of skills; when none of them is one, unticked, by a skill that is
 * nearly called so. Each skill once; what else the file says of skills is left out by its name.
 */
export function proposeSkills(resume: Resume, record: Record, { skills }: Catalogue): { rows: ProposedSkill[]; left: Left[] } {
  const { called, likest } = meaningsOf(skills);
  const rows = new Map<string, ProposedSkill>();
  const left: Left[] = [];
  const leave = (what: string, why: string) => { left.push({ part: 'skills', what, why }); };
  for (const { name, level: word, keywords } of resume.skills) {
    // The kind of a skill stands among its keywords in files of our own.
    const others = new Set(keywords.filter((keyword) => keyword !== name && !kinds.has(keyword.toLowerCase())));
    const found = [name, ...others].map((said) => ({ said, skill: called(said) }));
    const isNear = found.every(({ skill }) => skill === null);
    if (isNear) found[0]!.skill = likest(name);
    // A heading such as "Office work" is no skill itself, and stands in the note of those below it.
    const unknown = found.filter(({ said, skill }) => skill === null && (said !== name || isNear));
    for (const { said } of unknown) leave(said === name ? saidAs(said, word) : `“${said}” below “${name}”`, 'No skill of the catalogue is called that. If one means the same, rate it on your skills page.');
    for (const { said, skill } of found) {
      if (skill === null) continue;
      if (rows.has(skill.skillId)) {
        leave(saidAs(said, word), again);
        continue;
      }
      const level = levelGuess(word);
      const now = record.levels.find(({ skillId }) => skillId === skill.skillId)?.level ?? null;
      const known = now !== null && now === level;
      const notes = known ? [knownNote] : [
        ...(said === name && !isNear ? [] : [`The file says “${name}”.`]),
        ...(word === null ? ['The file gives no level: please choose one.'] : level === null ? [`Please choose a level: the file says “${word}”.`] : [`The file says “${word}”: please check that this is the level you mean.`]),
        ...(now === null ? [] : [`You are at ${now} ${levelName(now)} here already.`]),
      ];
      rows.set(skill.skillId, { take: !isNear && level !== null && now === null, known, notes, title: skill.name, skill: skill.skillId, level });
    }
  }
  return { rows: [...rows.values()], left };
}

/** By its English name, its own name or its code; each language once. */
export function proposeLanguages(resume: Resume, record: Record): { rows: ProposedLanguage[]; left: Left[] } {
  const rows = new Map<string, ProposedLanguage>();
  const left: Left[] = [];
  for (const { name, fluency: word } of resume.languages) {
    const language = languageCode(name);
    if (language === null || rows.has(language)) {
      left.push({ part: 'languages', what: saidAs(name, word), why: language === null ? 'No language of that name is known.' : again });
      continue;
    }
    const fluency = fluencyGuess(word);
    const now = record.languages.find((held) => held.language === language)?.fluency ?? null;
    const known = now !== null && now === fluency;
    const notes = known ? [knownNote] : [
      ...(fluency === null ? [`Please choose how well you can support people in it${word === null ? '' : `: the file says “${word}”`}.`] : [`The file says “${word}”.`]),
      ...(now === null ? [] : [`It stands here as ${now} already.`]),
    ];
    rows.set(language, { take: fluency !== null && now === null, known, notes, title: languageName(language), language, fluency });
  }
  return { rows: [...rows.values()], left };
}
