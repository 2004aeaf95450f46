import { Link } from '@remix-run/react';
import { CareerMap } from '#app/ui/career-map.tsx';
import { pathsAddress } from './address.ts';
import { readinessWords } from './readiness-words.ts';
import type { loader } from './route.tsx';

type Data = Awaited<ReturnType<typeof loader>>;
type Role = Data['roles'][number];
/** More lines than that cannot be followed by eye. */
const mostLines = 100;
/** A map with more roles than that begins with those that are near. */
const mostRoles = 40;
const tones = { ready: 'met', close: 'close', growing: 'calm', unknown: null } as const;

/** The map as a picture: the moves from where one starts, the first route in bold, everything else when asked for. */
export function MapPicture({ data }: { data: Data }) {
  const { from, to, families, transitions, routes, all } = data;
  const route = routes[0]?.roles ?? [];
  const roles = shownRoles(data, route);
  const ids = new Set(roles.map(({ id }) => id));
  const onRoute = (start: string, end: string) => route.some((id, index) => id === start && route[index + 1] === end);
  const moves = transitions
    .map((move) => ({ ...move, mark: onRoute(move.from, move.to) ? 'route' as const : move.from === from?.id ? 'next' as const : 'other' as const }))
    .filter((move) => ids.has(move.from) && ids.has(move.to));
  const lines = moves.filter(({ mark }) => mark === 'route' || (mark === 'next' && !to) || (all && moves.length <= mostLines));
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
  const more = data.roles.length > roles.length && !data.family ? `Show all ${data.roles.length} roles` : 'Show all moves';
  return (
    <>
      <p className="muted">
        Higher is more senior. {linesText(data)}
        {!all && more !== 'Show all moves' && `Of ${data.roles.length} roles, the ${roles.length} near by are drawn. `}
        {all && moves.length > mostLines && `${moves.length} moves at once could not be told apart: choose a family under “On the map”, or a role to see where it leads. `}
        <Link to={pathsAddress(data, { all: !all })} preventScrollReset>{all ? 'Show less' : more}</Link>
      </p>
      <a className="visually-hidden" href="#list">Pass over the picture to the same as a list</a>
      <CareerMap label={`Career map, ${roles.length} roles`} families={families} roles={drawn} moves={lines} />
    </>
  );
}

/** What the lines are. */
function linesText({ from, to, routes }: Data): string {
  if (!from) return 'Choose a role to see where it leads. ';
  if (!to) return `Lines are the moves from ${from.name} that the catalogue knows. `;
  return routes.length > 0 ? 'The line is the first route. ' : '';
}

/** With one family chosen: its roles, and those one needs to find one's way there. Of a large map, what is near the start, unless everything is asked for. */
function shownRoles({ roles, family, from, to, ownRoleId, beside, all, transitions }: Data, route: readonly string[]): Role[] {
  const kept = new Set([from?.id, to?.id, ownRoleId, ...route, ...beside.map(({ id }) => id)]);
  if (family) return roles.filter((role) => role.family === family || kept.has(role.id));
  if (all || !from || roles.length <= mostRoles) return roles;
  const next = new Set(roles.filter((role) => role.next).map(({ id }) => id));
  const beyond = new Set(transitions.filter((move) => next.has(move.from)).map((move) => move.to));
  const near = roles.filter(({ id }) => kept.has(id) || next.has(id) || beyond.has(id));
  return near.length <= mostRoles ? near : near.filter(({ id }) => kept.has(id) || next.has(id));
}

/** "You are here" stands on every role that is held today. */
function hereWords({ id }: Role, { from, ownRoleId, held, beside }: Data): string | null {
  if (id === ownRoleId && held === 'now') return 'You are here';
  if (beside.some((one) => one.id === id)) return 'You are here too';
  if (id === ownRoleId && held === 'coming') return 'You begin here';
  if (id === ownRoleId && held === 'last') return 'You were here last';
  return id === from?.id ? 'Start' : null;
}
