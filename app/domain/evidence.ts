import type { Policy } from './policy.ts';

/** What shows a skill: words, a link, or a file, of which the name stands for it. */
export type EvidenceKind = 'text' | 'link' | 'file';

/** Whether a text is a link that a page may follow: http or https, written out. */
export function isWebLink(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  return (url?.protocol === 'http:' || url?.protocol === 'https:') && /^https?:\/\//i.test(text);
}

const megabyte = 1024 * 1024;

/** The largest file that is kept, in bytes. The database refuses more, too. */
export const largestFile = 5 * megabyte;

export interface FilesKept {
  files: number;
  bytes: number;
}

/** Why a file of so many bytes has no room beside those that are kept, in words; null when it has. */
export function roomFault({ files, bytes }: FilesKept, size: number, { evidenceFiles, evidenceMegabytes }: Pick<Policy, 'evidenceFiles' | 'evidenceMegabytes'>): string | null {
  if (files >= evidenceFiles) return `You keep ${files} files, and there is room for ${evidenceFiles}. Remove one that you no longer need.`;
  if (bytes + size > evidenceMegabytes * megabyte) return `Your files come to ${Math.ceil(bytes / megabyte)} MB, and there is room for ${evidenceMegabytes} MB. Remove one that you no longer need.`;
  return null;
}
