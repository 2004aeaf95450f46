const narrow = /[ijl.,'’:;!|()[\]\-/ ]/;
const slim = /[frtI]/;
const wide = /[mwMW@%&—]/;
const capital = /\p{Lu}|\d/u;

/** About how wide words are drawn, in pixels, at a size; a little more than they are, as the server cannot measure. Outside of Latin letters a sign is as wide as high. */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const sign of text) ems += narrow.test(sign) ? 0.34 : slim.test(sign) ? 0.42 : wide.test(sign) ? 0.96 : sign > '\u024f' ? 1.05 : capital.test(sign) ? 0.74 : 0.61;
  return ems * size;
}

/** Words in lines of at most so many pixels, broken at spaces; a single word that is too long is broken within. */
export function textLines(text: string, room: number, size: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ').flatMap((one) => pieces(one, room, size))) {
    const last = lines.at(-1);
    if (last !== undefined && !last.endsWith('\u2010') && textWidth(`${last} ${word}`, size) <= room) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** A word in pieces that fit, joined by hyphens when it had to be broken. */
function pieces(word: string, room: number, size: number): string[] {
  if (textWidth(word, size) <= room) return [word];
  const found: string[] = [];
  let piece = '';
  for (const sign of word) {
    if (piece !== '' && textWidth(`${piece}${sign}\u2010`, size) > room) {
      found.push(`${piece}\u2010`);
      piece = '';
    }
    piece += sign;
  }
  return [...found, piece];
}
