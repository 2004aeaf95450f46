import { plural } from '#app/ui/format.ts';
import type { SearchData } from './address.ts';

type Key = SearchData['emptied'][number]['key'];
type Named = readonly { id: string; name: string }[];

/** The conditions of a search with their words, in the order of the form. */
export function conditionWords({ criteria, options }: Pick<SearchData, 'criteria' | 'options'>): { key: Key; words: string }[] {
  const { role, family, years, certificate, open, confirmed } = criteria;
  const kept = (held: unknown, kind: Exclude<Key['kind'], 'skill'>, words: string) => (held ? [{ key: { kind } as Key, words }] : []);
  return [
    ...criteria.skills.map(({ skill, level }) => ({ key: { kind: 'skill' as const, skill }, words: `${nameIn(options.skills, skill)} at least ${level}` })),
    ...kept(role, 'role', nameIn(options.roles, role)),
    ...kept(family, 'family', nameIn(options.families, family)),
    ...kept(years, 'years', `At least ${plural(years ?? 0, 'year', 'years')} in role`),
    ...kept(certificate, 'certificate', nameIn(options.certifications, certificate)),
    ...kept(open, 'open', 'Open to moves'),
    ...kept(confirmed, 'confirmed', 'Confirmed levels only'),
  ];
}

/** Whether two conditions are the same one. */
export function isSame(a: Key, b: Key): boolean {
  return a.kind === 'skill' && b.kind === 'skill' ? a.skill === b.skill : a.kind === b.kind;
}

function nameIn(list: Named, id: string | undefined): string {
  return list.find((one) => one.id === id)?.name ?? '';
}
