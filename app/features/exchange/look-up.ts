import { folded, nearest } from './nearest.ts';
import type { Catalogue } from './present.ts';

/** Finds what a text in the file means: an id, a name or another name for it. */
interface LookUp<T> {
  find(text: string): { value: T } | { reason: string };
}

/** The catalogue, ready to be asked. */
export interface LookUps {
  role: LookUp<Catalogue['roles'][number]>;
  skill: LookUp<Catalogue['skills'][number]>;
  certification: LookUp<Catalogue['certifications'][number]>;
  family: LookUp<Catalogue['families'][number]>;
}

/** Prepares the catalogue for a whole file: every text is looked for once, however many rows hold it. */
export function lookUpsOf(catalogue: Catalogue): LookUps {
  return {
    role: lookUp('role', catalogue.roles, ({ roleId, name, aliases }) => [roleId, name, ...aliases]),
    skill: lookUp('skill', catalogue.skills, ({ skillId, name }) => [skillId, name]),
    certification: lookUp('certification', catalogue.certifications, ({ certificationId, name }) => [certificationId, name]),
    family: lookUp('family', catalogue.families, ({ familyId, name }) => [familyId, name]),
  };
}

function lookUp<T extends { name: string }>(kind: string, items: readonly T[], namesOf: (item: T) => string[]): LookUp<T> {
  const meanings = new Map<string, T[]>();
  for (const item of items) {
    for (const key of new Set(namesOf(item).map(folded))) meanings.set(key, [...(meanings.get(key) ?? []), item]);
  }
  const search = (text: string): { value: T } | { reason: string } => {
    const found = meanings.get(folded(text)) ?? [];
    if (found.length === 1) return { value: found[0]! };
    if (found.length > 1) return { reason: `"${text}" can mean ${found.map(({ name }) => name).join(' or ')}. Write which.` };
    const meant = nearest(text, items.flatMap(namesOf));
    return { reason: `There is no ${kind} "${text.slice(0, 80)}". ${meant === null ? `Write the id or the name of a ${kind} in the catalogue.` : `Is "${meant}" meant?`}` };
  };
  const known = new Map<string, { value: T } | { reason: string }>();
  return {
    find(text) {
      const result = known.get(text) ?? search(text);
      known.set(text, result);
      return result;
    },
  };
}
