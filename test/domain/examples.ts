import { readFileSync } from 'node:fs';
import type { RoleRequirement } from '#app/domain/requirement.ts';
import type { ReviewRules, Role } from '#app/domain/role.ts';
import type { Transition } from '#app/domain/transition.ts';

function read<T>(path: string): T {
  return JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as T;
}

/** The worked examples of one rule. */
export function examples<T>(rule: 'experience' | 'review-clock' | 'readiness' | 'routes'): T {
  return read<T>(`examples/${rule}.json`);
}

/** A worked example: what is given and what has to come out. */
export type Example<Given, Expected> = { name: string; given: Given; expect: Expected };

type RolesFile = { families: { id: string; review: ReviewRules[string] }[]; roles: Role[] };
const { families, roles } = read<RolesFile>('../../seeds/reference/roles.json');

/** The starter catalogue, as the rules take it. */
export const catalogue = {
  roles,
  rules: Object.fromEntries(families.map(({ id, review }) => [id, review])) as ReviewRules,
  requirements: read<RoleRequirement[]>('../../seeds/reference/requirements.json'),
  transitions: read<Transition[]>('../../seeds/reference/transitions.json'),
};

/** The catalogue's requirements of one role. */
export function requirementsOf(role: string): RoleRequirement[] {
  return catalogue.requirements.filter((requirement) => requirement.role === role);
}
