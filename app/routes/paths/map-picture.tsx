import { CareerMap } from '#app/ui/career-map.tsx';
import { readinessWords } from './readiness-words.ts';
import type { loader } from './route.tsx';

type Data = Awaited<ReturnType<typeof loader>>;
const tones = { ready: 'met', close: 'close', growing: 'calm', unknown: null } as const;

/** The map as a picture: the moves from where one starts, the first route in bold, all others when asked for. */
export function MapPicture({ data }: { data: Data }) {
  const { from, to, roles, families, transitions, routes, all } = data;
  const route = routes[0]?.roles ?? [];
  const onRoute = (start: string, end: string) => route.some((id, index) => id === start && route[index + 1] === end);
  const moves = transitions
    .map((move) => ({ ...move, mark: onRoute(move.from, move.to) ? 'route' as const : move.from === from?.id ? 'next' as const : 'other' as const }))
    .filter((move) => all || move.mark === 'route' || (move.mark === 'next' && !to));
  const drawn = roles.map((role) => ({
    ...role,
    mark: role.id === from?.id ? 'here' as const : route.includes(role.id) ? 'route' as const : role.next ? 'next' as const : 'other' as const,
    words: role.id === from?.id ? (role.id === data.ownRoleId ? 'You are here' : 'Start') : data.estimatesAreMine && role.readiness ? readinessWords(role.readiness) : null,
    tone: role.id === from?.id || !role.readiness ? null : tones[role.readiness.status],
    href: role.id === from?.id ? `/roles/${role.id}` : `/paths?${from && from.id !== data.ownRoleId ? `from=${from.id}&` : ''}to=${role.id}`,
  }));
  return <CareerMap label={`Career map, ${roles.length} roles`} families={families} roles={drawn} moves={moves} />;
}
