const deepest = 4;
const longest = 200;
const mostFields = 3000;
const highestIndex = 999;

/** Names that would reach into an object's machinery instead of its fields. */
const dangerous = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Whether all names of a form or a query string may be taken apart: `rows[3].level` and the like, at most
 * four levels deep, lists of at most a thousand. Anything else could build a tree that costs more to send
 * back than it cost to send.
 */
export function fieldNamesAreSound(names: readonly string[]): boolean {
  return names.length <= mostFields && names.every(isSound);
}

function isSound(name: string): boolean {
  if (name.length > longest || !/^[\w:-]*(?:\.[\w:-]+|\[\d{0,4}\])*$/.test(name)) return false;
  const parts = name.split(/[.[\]]+/).filter((part) => part !== '');
  return parts.length <= deepest && parts.every((part) => !dangerous.has(part) && !(/^\d+$/.test(part) && Number(part) > highestIndex && name.includes(`[${part}]`)));
}
