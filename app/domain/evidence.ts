/** What shows a skill: words, a link, or a file, of which the name stands for it. */
export type EvidenceKind = 'text' | 'link' | 'file';

/** Whether a text is a link that a page may follow: http or https, written out. */
export function isWebLink(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  return (url?.protocol === 'http:' || url?.protocol === 'https:') && /^https?:\/\//i.test(text);
}

/** The largest file that is kept, in bytes. The database refuses more, too. */
export const largestFile = 5 * 1024 * 1024;

/** How much one person may keep, so that nobody fills the disk for everybody: files, and bytes of all of them together. ⚙ */
export const roomForFiles = { files: 50, bytes: 100 * 1024 * 1024 };

export interface FilesKept {
  files: number;
  bytes: number;
}

/** Why a file of so many bytes has no room beside those that are kept, in words; null when it has. */
export function roomFault({ files, bytes }: FilesKept, size: number): string | null {
  if (files >= roomForFiles.files) return `You keep ${files} files, and there is room for ${roomForFiles.files}. Remove one that you no longer need.`;
  if (bytes + size > roomForFiles.bytes) return `Your files come to ${megabytes(bytes)} MB, and there is room for ${megabytes(roomForFiles.bytes)} MB. Remove one that you no longer need.`;
  return null;
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1024 / 1024);
}
