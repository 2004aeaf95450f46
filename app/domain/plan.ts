import type { Level } from './skill.ts';
import type { Move } from './transition.ts';

/** What a person can do to come nearer to a role or a skill. */
export const itemKinds = ['shadowing', 'project', 'on-call', 'mentoring', 'course', 'certificate'] as const;
export type ItemKind = (typeof itemKinds)[number];

/** The level from which somebody helps others (domain.md §1), and so may offer to be asked about a skill. */
export const mentorLevel: Level = 4;

/** Where an item of a plan stands. */
export const itemStates = ['planned', 'under-way', 'done', 'dropped'] as const;
export type ItemState = (typeof itemStates)[number];

/** How a plan ended: the aim was reached, another took its place, or it was let go. */
export const planOutcomes = ['reached', 'changed', 'dropped'] as const;
export type PlanOutcome = (typeof planOutcomes)[number];

const words: Record<ItemKind, string> = {
  shadowing: 'Shadowing', project: 'Project', 'on-call': 'On-call duty', mentoring: 'Mentoring', course: 'Course', certificate: 'Certificate',
};

/** "On-call duty" */
export function itemKindName(kind: ItemKind): string {
  return words[kind];
}

/** Whether an item still is to be done. */
export function isOpen(state: ItemState): boolean {
  return state === 'planned' || state === 'under-way';
}

/**
 * Where an item may be moved to by a press. Done is not among them: it needs a day and may have an outcome. What was dropped can be taken
 * up again; what is done can be opened again as long as no rating rests on it.
 */
export function nextStates(state: ItemState, rated = false): ItemState[] {
  switch (state) {
    case 'planned': return ['under-way', 'dropped'];
    case 'under-way': return ['planned', 'dropped'];
    case 'dropped': return ['planned'];
    case 'done': return rated ? [] : ['under-way'];
  }
}

/** Why a way of roles cannot be a plan. */
export type RouteFault = 'too-short' | 'twice' | 'not-from-here' | 'no-such-role' | 'no-such-move';

const faultWords: Record<RouteFault, string> = {
  'too-short': 'A route has at least two roles.',
  twice: 'This route comes back to a role it has visited.',
  'no-such-role': 'One of these roles is not, or no longer, in the catalogue.',
  'not-from-here': 'This route begins with another role than the one held today.',
  'no-such-move': 'One of these moves is not, or no longer, in the catalogue.',
};

/** "One of these moves is not, or no longer, in the catalogue." */
export function routeFaultText(fault: RouteFault): string {
  return faultWords[fault];
}

/** Whether the roles, first to last, are a way over moves of the catalogue that begins where the person is; null when they are. */
export function routeFault(route: readonly string[], { held, roles, transitions }: {
  held: readonly string[]; roles: readonly { id: string }[]; transitions: readonly Move[];
}): RouteFault | null {
  if (route.length < 2) return 'too-short';
  if (new Set(route).size < route.length) return 'twice';
  if (route.some((id) => !roles.some((role) => role.id === id))) return 'no-such-role';
  if (!held.includes(route[0]!)) return 'not-from-here';
  const known = (from: string, to: string) => transitions.some((move) => move.from === from && move.to === to);
  return route.slice(1).every((to, place) => known(route[place]!, to)) ? null : 'no-such-move';
}

/** How far along its way a plan is: the place of the next role, after the last one that is held; null when the last is held or there is no way. */
export function nextOnRoute(route: readonly string[], held: readonly string[]): number | null {
  if (route.length < 2) return null;
  const next = Math.max(1, route.findLastIndex((id) => held.includes(id)) + 1);
  return next < route.length ? next : null;
}
