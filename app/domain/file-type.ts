/** What people may keep as a file, by its media type: what it is called, and the endings its names have. */
export const fileTypes = {
  'application/pdf': { name: 'PDF', endings: ['pdf'] },
  'image/png': { name: 'PNG picture', endings: ['png'] },
  'image/jpeg': { name: 'JPEG picture', endings: ['jpg', 'jpeg'] },
} as const;
export type FileType = keyof typeof fileTypes;

/**
 * What kind of file this is, told by its content alone, or null when it is none of ours: the first bytes, and as far as that can be
 * seen without drawing it, that the rest is of the kind too. What a browser or a name says of it is no sign.
 */
export function fileTypeOf(bytes: Uint8Array): FileType | null {
  if (isPdf(bytes)) return 'application/pdf';
  if (isPng(bytes)) return 'image/png';
  return isJpeg(bytes) ? 'image/jpeg' : null;
}

/** The name with an ending that tells the truth: "scan" and "scan.exe" of a PDF become "scan.pdf" and "scan.exe.pdf". */
export function nameOfType(name: string, type: FileType): string {
  const { endings } = fileTypes[type];
  const given = name.split('.').at(-1)?.toLowerCase() ?? '';
  return name.includes('.') && (endings as readonly string[]).includes(given) ? name : `${name}.${endings[0]}`;
}

const startsWith = (bytes: Uint8Array, at: number, start: readonly number[]) => start.every((byte, place) => bytes[at + place] === byte);
const lettersOf = (text: string) => [...text].map((letter) => letter.charCodeAt(0));
const pair = (bytes: Uint8Array, at: number) => bytes[at]! * 256 + bytes[at + 1]!;
const word = (bytes: Uint8Array, at: number) => pair(bytes, at) * 65_536 + pair(bytes, at + 2);

/** "%PDF-1." or "%PDF-2.", and the mark of the end, which readers look for in the last kilobyte. */
function isPdf(bytes: Uint8Array): boolean {
  if (!startsWith(bytes, 0, lettersOf('%PDF-')) || ![0x31, 0x32].includes(bytes[5] ?? 0) || bytes[6] !== 0x2e) return false;
  const end = lettersOf('%%EOF');
  for (let at = bytes.length - end.length; at >= Math.max(8, bytes.length - 2048); at--) if (startsWith(bytes, at, end)) return true;
  return false;
}

/** The signature, then chunk after chunk, each with its length and name: first the header with a width and a height, some picture, the end. */
function isPng(bytes: Uint8Array): boolean {
  if (!startsWith(bytes, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return false;
  let hasPicture = false;
  for (let at = 8; at + 12 <= bytes.length; at += 12 + word(bytes, at)) {
    const isHeader = startsWith(bytes, at + 4, lettersOf('IHDR'));
    if (isHeader !== (at === 8)) return false;
    if (isHeader && (word(bytes, at) !== 13 || word(bytes, at + 8) === 0 || word(bytes, at + 12) === 0)) return false;
    if (startsWith(bytes, at + 4, lettersOf('IDAT'))) hasPicture = true;
    if (startsWith(bytes, at + 4, lettersOf('IEND'))) return hasPicture;
  }
  return false;
}

/** Start of image, then segment after segment, each with its length, among them a frame with a width and a height, up to where the picture begins. */
function isJpeg(bytes: Uint8Array): boolean {
  if (!startsWith(bytes, 0, [0xff, 0xd8, 0xff])) return false;
  let hasFrame = false;
  for (let at = 2; at + 4 <= bytes.length;) {
    if (bytes[at] !== 0xff) return false;
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xda) return hasFrame;
    if (marker < 0xc0 || (marker >= 0xd0 && marker <= 0xd9)) return false;
    const isFrame = marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) hasFrame = at + 9 <= bytes.length && pair(bytes, at + 5) > 0 && pair(bytes, at + 7) > 0;
    at += 2 + Math.max(2, pair(bytes, at + 2));
  }
  return false;
}
