import type { loader } from './route.tsx';

export type SearchData = Awaited<ReturnType<typeof loader>>;
export type Criteria = SearchData['criteria'];
type Key = SearchData['emptied'][number]['key'];

/** The address of a search: the list from its beginning, of the people who match or of those one level short. */
export function searchAddress(criteria: Criteria, forRole: string | undefined, near: boolean): string {
  const query = new URLSearchParams();
  for (const { skill, level } of criteria.skills) {
    query.append('skill[]', skill);
    query.append('level[]', String(level));
  }
  const { role, family, years, certificate } = criteria;
  for (const [name, value] of Object.entries({ role, family, years, certificate, for: forRole })) {
    if (value !== undefined) query.set(name, String(value));
  }
  for (const [name, on] of [['open', criteria.open], ['confirmed', criteria.confirmed], ['near', near]] as const) {
    if (on) query.set(name, '1');
  }
  const text = query.toString();
  return text === '' ? '/search' : `/search?${text}`;
}

/** The search without one of its conditions. */
export function withoutCondition(criteria: Criteria, key: Key): Criteria {
  if (key.kind === 'skill') return { ...criteria, skills: criteria.skills.filter(({ skill }) => skill !== key.skill) };
  if (key.kind === 'open' || key.kind === 'confirmed') return { ...criteria, [key.kind]: false };
  return { ...criteria, [key.kind]: undefined };
}
