import type { Viewer } from './root-state.ts';

/** `beside`: addresses of pages that belong to it and do not begin with its own. */
export type Destination = { label: string; to: string; beside?: readonly string[] };

/** The pages of the main navigation for one person, in the order shown, by what the person's account may do. */
export function destinations({ personId, access, leads }: Viewer): Destination[] {
  const own = personId === null ? [] : [
    { label: 'My path', to: `/people/${personId}` },
    { label: 'Skills', to: `/people/${personId}/skills`, beside: ['evidence', 'tickets', 'ask'].map((page) => `/people/${personId}/${page}`) },
    { label: 'Plan', to: `/people/${personId}/plan`, beside: [`/people/${personId}/mentoring`] },
    { label: 'History', to: `/people/${personId}/history` },
  ];
  const team = leads || access.includes('manager') ? [{ label: 'Two-year list', to: '/flags' }] : [];
  const people = leads || !access.includes('recruiter') ? [{ label: 'People', to: '/people' }] : [];
  const recruiting = access.includes('recruiter') ? [{ label: 'Search', to: '/search' }] : [];
  return [...own, ...team, ...people, ...recruiting, { label: 'Career map', to: '/paths' }, { label: 'Roles', to: '/roles' }];
}

/** Pages that are reached from the account menu. */
export function accountPages({ personId, asked }: Viewer): Destination[] {
  const own = personId === null ? [] : [
    { label: asked > 0 ? `Asked of you (${asked})` : 'Asked of you', to: '/asked' },
    { label: 'Who may see me', to: `/people/${personId}/visibility` },
    { label: 'Take it with me', to: `/people/${personId}/take-with-me` },
  ];
  return [...own, { label: 'My account', to: '/account' }];
}

/** The address in a list of addresses that fits a path best: the longest that is a beginning of it, whole segments only. */
export function currentOf(addresses: readonly string[], pathname: string): string | undefined {
  return addresses
    .filter((to) => pathname === to || pathname.startsWith(`${to}/`))
    .sort((a, b) => b.length - a.length)[0];
}
