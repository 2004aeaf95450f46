import { hash, verify } from '@node-rs/argon2';
import { commonPasswords } from './common-passwords.ts';

/** Argon2id with 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const parameters = `m=${cost.memoryCost},t=${cost.timeCost},p=${cost.parallelism}`;
const shortest = 8;
const longest = 1024;

/** Compared against when there is no such account, so that the answer takes as long as for a real one. */
let nobodys: Promise<string> | undefined;

/** The text to store. The password is taken exactly as it was typed: not trimmed, not shortened. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

/** Whether the password belongs to the stored hash; false after the same time when there is none. */
export async function passwordMatches(stored: string | null | undefined, password: string): Promise<boolean> {
  if (password.length > longest) return false;
  nobodys ??= hash('there is no such account', cost);
  const matches = await verify(stored ?? (await nobodys), password);
  return matches && typeof stored === 'string';
}

/** True when a stored hash was made with other parameters than today's: hash anew while the password is at hand. */
export function needsRehash(stored: string): boolean {
  return !stored.startsWith('$argon2id$') || !stored.includes(`$${parameters}$`);
}

/**
 * Why a new password is refused, or null. No rules on kinds of characters: length, not one of the common
 * ones, and not just the words everybody here would try first (`context`: the organisation, the name, the
 * sign-in name).
 */
export function passwordFault(password: string, context: readonly string[]): string | null {
  if (password.length < shortest) return `Please use at least ${shortest} characters. A few words in a row are easy to remember.`;
  if (password.length > longest) return `Please use at most ${longest} characters.`;
  const plain = password.toLowerCase();
  const isCommon = commonPasswords.has(plain) || commonPasswords.has(plain.replace(/[^a-z]{1,4}$/, ''));
  if (isCommon || new Set(plain).size < 3) return 'This password is one of the first that anybody would try. Please choose another.';
  if (isMadeOf(plain, ['deskpath', ...context])) return 'Please do not build the password from your name or the name of the organisation.';
  return null;
}

/** True when hardly anything is left of the password without the words, digits and signs. */
function isMadeOf(password: string, context: readonly string[]): boolean {
  const words = context.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length >= 3);
  const rest = words.sort((a, b) => b.length - a.length).reduce((left, word) => left.replaceAll(word, ''), password);
  return rest !== password && rest.replace(/[^\p{L}]/gu, '').length < 4;
}
