/** What a move means for a career. */
export type TransitionKind = 'promotion' | 'lateral' | 'specialise' | 'manage';

/** A move from one role to another that the catalogue knows. */
export type Move = { from: string; to: string };

/** A move with its kind and the typical months, least and most, spent before it. */
export type Transition = Move & { kind: TransitionKind; typicalMonths: readonly [number, number] | null };

/** The roles one move away from a role, each once, in order of id. */
export function nextRoles(transitions: readonly Move[], from: string): string[] {
  return [...new Set(transitions.filter((move) => move.from === from && move.to !== from).map(({ to }) => to))].sort();
}
