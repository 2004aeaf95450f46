import { CareerMap } from '#app/ui/career-map.tsx';
import { pathsAddress } from './address.ts';
import { readinessWords } from './readiness-words.ts';
import type { loader } from './route.tsx';

type Data = Awaited<ReturnType<typeof loader>>;
type Role = Data['roles'][number];
const tones = { ready: 'met', close: 'close', growing: 'calm', unknown: null } as const;

/** The map as a picture: the moves from where one starts, the first route in bold, all others when asked for. */
export function MapPicture({ data }: { data: Data }) {
  const { from, to, families, transitions, routes, all } = data;
  const route = routes[0]?.roles ?? [];
  const roles = data.roles.filter((role) => isShown(role, data, route));
  const ids = new Set(roles.map(({ id }) => id));
  const onRoute = (start: string, end: string) => route.some((id, index) => id === start && route[index + 1] === end);
  const moves = transitions
    .map((move) => ({ ...move, mark: onRoute(move.from, move.to) ? 'route' as const : move.from === from?.id ? 'next' as const : 'other' as const }))
    .filter((move) => ids.has(move.from) && ids.has(move.to) && (all || move.mark === 'route' || (move.mark === 'next' && !to)));
  const drawn = roles.map((role) => {
    const here = hereWords(role, data);
    return {
      ...role,
      mark: here ? 'here' as const : route.includes(role.id) ? 'route' as const : role.next ? 'next' as const : 'other' as const,
      words: here ?? (data.estimatesAreMine && role.readiness ? readinessWords(role.readiness) : null),
      tone: here || !role.readiness ? null : tones[role.readiness.status],
      href: role.id === from?.id ? `/roles/${role.id}` : pathsAddress(data, { to: role.id }),
    };
  });
  return <CareerMap label={`Career map, ${roles.length} roles`} families={families} roles={drawn} moves={moves} />;
}

/** With one family chosen: its roles, and those one needs to find one's way there. */
function isShown(role: Role, { family, from, to, ownRoleId, beside }: Data, route: readonly string[]): boolean {
  return !family || role.family === family || [from?.id, to?.id, ownRoleId, ...route, ...beside.map(({ id }) => id)].includes(role.id);
}

/** "You are here" stands on every role that is held today. */
function hereWords({ id }: Role, { from, ownRoleId, held, beside }: Data): string | null {
  if (id === ownRoleId && held === 'now') return 'You are here';
  if (beside.some((one) => one.id === id)) return 'You are here too';
  if (id === ownRoleId && held === 'coming') return 'You begin here';
  if (id === ownRoleId && held === 'last') return 'You were here last';
  return id === from?.id ? 'Start' : null;
}
