/** The longest name of a file that is kept, in characters. */
const longest = 120;

/** Control characters, and those that turn the direction of writing: with them "exe.fdp" can be made to read as "pdf.exe". */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/**
 * The name of a file as it may be kept and shown: without folders, invisible characters and leading dots, at most 120 characters
 * with its ending. A name of which nothing is left becomes "file".
 */
export function cleanFileName(given: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const name = last.replace(invisible, '').replace(/\s+/g, ' ').replace(/^[\s.]+/, '').trim();
  return name === '' ? 'file' : shortened(name);
}

/** Cut in the middle, so that the ending stays. */
function shortened(name: string): string {
  const letters = [...name];
  if (letters.length <= longest) return name;
  const ending = [.../\.\w{1,8}$/.exec(name)?.[0] ?? ''];
  return [...letters.slice(0, longest - ending.length - 1), '…', ...ending].join('');
}
