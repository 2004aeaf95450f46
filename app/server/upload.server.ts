import { createHash } from 'node:crypto';
import { z } from 'zod';
import { cleanFileName } from '#app/domain/file-name.ts';

/** A file that came with a form, whole and in memory: the door has limited its size (`body-limit.server.ts`). */
export interface Upload {
  /** Without folders and invisible characters: what a browser said, so it proves nothing about the content. */
  name: string;
  bytes: Buffer;
  /** Of the bytes, in hexadecimal: what stands for them in a command's input and in the audit trail. */
  sha256: string;
}

/**
 * A form's file field, for a feature's input: one file with something in it, of at most `largest` bytes. What kind of file it
 * is tells the content alone, so that is not asked here. An address that takes files of more than 1 MiB stands in `body-limit.server.ts`.
 * `readForm` gives the File; `readUpload` its content.
 */
export function uploadField(largest: number) {
  return z.file('Please choose a file.').min(1, 'This file is empty. Please choose another one.')
    .max(largest, `This file is too large: at most ${largest / 1024 / 1024} MB can be taken.`);
}

/** Takes the content out of a form's file field. */
export async function readUpload(file: File): Promise<Upload> {
  const bytes = Buffer.from(await file.arrayBuffer());
  return { name: cleanFileName(file.name), bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}
