/** Where the names stand in a picture of levels against interest. Units of the drawing; one is a pixel where nothing is scaled. */
export type GridSkill = { name: string; level: number | null; interest: 'more' | 'fine' | 'less'; strong: boolean };

export type GridText = { x: number; y: number; words: string; strong: boolean };
export type GridBand = { x: number; y: number; width: number; height: number; tone: 'train' | 'use' | 'less' | 'plain' };
export type GridLayout = { width: number; height: number; bands: GridBand[]; heads: GridText[]; names: GridText[] };

type Interest = GridSkill['interest'];
type Place = { level: number | null; interest: Interest };
type Shape = { width: number; left: number; line: number; letter: number; pad: number };

const interests: readonly Interest[] = ['more', 'fine', 'less'];
const heads: Record<Interest, string> = { more: 'More', fine: 'Fine', less: 'Less' };
const wide: Shape = { width: 960, left: 48, line: 17, letter: 6.9, pad: 10 };
const narrow: Shape = { width: 330, left: 20, line: 14, letter: 6, pad: 5 };
const top = 26;
const least = 40;

/** Levels from left to right and interest from top to bottom, for a screen with room. */
export function layOutWideGrid(skills: readonly GridSkill[]): GridLayout {
  const levels = levelsOf(skills);
  return layOut(skills, wide, levels.map((level) => ({ level })), interests.map((interest) => ({ interest })),
    levels.map(headOf), interests.map((interest) => heads[interest]));
}

/** Interest from left to right and levels from the highest to the lowest, for a phone. */
export function layOutNarrowGrid(skills: readonly GridSkill[]): GridLayout {
  const levels = levelsOf(skills).reverse();
  return layOut(skills, narrow, interests.map((interest) => ({ interest })), levels.map((level) => ({ level })),
    interests.map((interest) => heads[interest]), levels.map((level) => (level === null ? '–' : String(level))));
}

/** The five levels, and a place for what is not rated where there is such a thing. */
function levelsOf(skills: readonly GridSkill[]): (number | null)[] {
  return skills.some(({ level }) => level === null) ? [null, 1, 2, 3, 4, 5] : [1, 2, 3, 4, 5];
}

function headOf(level: number | null): string {
  return level === null ? 'Not rated' : `Level ${level}`;
}

function layOut(
  skills: readonly GridSkill[], shape: Shape, columns: readonly Partial<Place>[], rows: readonly Partial<Place>[], columnHeads: readonly string[], rowHeads: readonly string[],
): GridLayout {
  const step = (shape.width - shape.left) / columns.length;
  const letters = Math.floor((step - 2 * shape.pad) / shape.letter);
  const layout: GridLayout = { width: shape.width, height: 0, bands: [], heads: [], names: [] };
  columnHeads.forEach((words, at) => layout.heads.push({ x: shape.left + at * step + shape.pad, y: top - 9, words, strong: true }));
  let y = top;
  rows.forEach((row, at) => {
    const cells = columns.map((column) => {
      const place = { ...column, ...row } as Place;
      return { place, names: skills.filter(({ level, interest }) => level === place.level && interest === place.interest).map(({ name, strong }) => ({ strong, lines: wrapped(name, letters) })) };
    });
    const height = Math.max(least, ...cells.map(({ names }) => names.reduce((sum, { lines }) => sum + lines.length * shape.line + 5, 2 * shape.pad)));
    layout.heads.push({ x: 2, y: y + shape.pad + shape.line - 4, words: rowHeads[at] ?? '', strong: true });
    cells.forEach(({ place, names }, column) => {
      const x = shape.left + column * step;
      layout.bands.push({ x, y, width: step - 2, height: height - 2, tone: toneOf(place) });
      let line = y + shape.pad + shape.line - 4;
      for (const { lines, strong } of names) {
        for (const words of lines) {
          layout.names.push({ x: x + shape.pad, y: line, words, strong });
          line += shape.line;
        }
        line += 5;
      }
    });
    y += height;
  });
  layout.height = y;
  return layout;
}

/** The ground on which a name stands says what it means: done alone is from level 3 on. */
function toneOf({ level, interest }: Place): GridBand['tone'] {
  const alone = level !== null && level >= 3;
  if (interest === 'more') return alone ? 'use' : 'train';
  return interest === 'less' && alone ? 'less' : 'plain';
}

/** Lines of at most so many letters, broken between words; a longer word is broken where it has to be. */
function wrapped(name: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of name.split(' ').flatMap((part) => pieces(part, letters))) {
    const line = lines.at(-1);
    if (line !== undefined && `${line} ${word}`.length <= letters) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function pieces(word: string, letters: number): string[] {
  if (word.length <= letters) return [word];
  return [`${word.slice(0, letters - 1)}-`, ...pieces(word.slice(letters - 1), letters)];
}
