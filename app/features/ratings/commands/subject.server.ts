import { sql } from 'kysely';
import { may } from '#app/domain/permission.ts';
import { isRetired } from '#app/domain/retirement.ts';
import { notFound, refused, type Refused, type SignedStep } from '#app/server/command.server.ts';
import { holdPerson } from '#app/server/hold-person.server.ts';
import type { Trx } from '#db/handle.ts';

export interface Subject {
  personId: number;
  name: string;
  /** The actor is this person. */
  self: boolean;
  /** The actor is a manager of the person's line today, or such a manager's deputy. */
  confirms: boolean;
}

/** The person whose ratings are about to change, held. 404 for everybody but the person and the line. */
export async function holdSubject(step: SignedStep, personId: number): Promise<Subject> {
  const { name, viewer } = await holdPerson(step, personId, 'ratings');
  return { personId, name, self: may(viewer, 'write', 'ratings'), confirms: may(viewer, 'confirm', 'ratings') };
}

/** What is known of one skill of one person. */
export interface HeldSkill {
  skillId: string;
  name: string;
  retiredOn: string | null;
  selfLevel: number | null;
  selfAt: Date | null;
  confirmedLevel: number | null;
  confirmedAt: Date | null;
  claimedLevel: number | null;
  interest: string | null;
  lastUsedOn: string | null;
  /** Of interest and last use; 0 before there were any. */
  version: number;
}

/** The skills asked for with the person's levels, kept from being retired meanwhile. Those that do not exist are missing. */
export async function holdSkills(trx: Trx, personId: number, skills: readonly string[]): Promise<Map<string, HeldSkill>> {
  if (skills.length === 0) return new Map();
  const rows = await trx.selectFrom('skills as s')
    .leftJoin('currentLevels as c', (join) => join.onRef('c.skillId', '=', 's.skillId').on('c.personId', '=', personId))
    .leftJoin('skillInterests as i', (join) => join.onRef('i.skillId', '=', 's.skillId').on('i.personId', '=', personId))
    .select(['s.skillId', 's.name', 's.retiredOn', 'c.selfLevel', 'c.selfAt', 'c.confirmedLevel', 'c.confirmedAt', 'c.claimedLevel',
      'i.interest', 'i.lastUsedOn', sql<number>`coalesce(i.version, 0)`.as('version')])
    .where('s.skillId', 'in', skills).orderBy('s.skillId').forShare('s').execute();
  return new Map(rows.map((row) => [row.skillId, row]));
}

/** One skill that may be rated: 404 when there is none, refused when the catalogue has retired it. */
export async function holdSkill(step: SignedStep, personId: number, skillId: string): Promise<HeldSkill | Refused> {
  const skill = (await holdSkills(step.trx, personId, [skillId])).get(skillId);
  if (!skill) notFound();
  return isRetired(skill) ? retired(skill) : skill;
}

/** What to say of a skill that the catalogue has retired. */
export function retired(skill: Pick<HeldSkill, 'name'>, field?: string): Refused {
  return refused(`“${skill.name}” has been retired from the catalogue, so it is no longer rated.`, field);
}

/** Whether the person already says exactly this, and nobody has said otherwise since. */
export function isOwnClaim({ selfLevel, selfAt, confirmedAt }: HeldSkill, level: number): boolean {
  return selfLevel === level && selfAt !== null && (confirmedAt === null || selfAt > confirmedAt);
}

/** What the domain asks to tell whether a self rating waits for the manager. */
export function standingOfSkill({ selfLevel, selfAt, confirmedLevel, confirmedAt }: HeldSkill) {
  return { selfLevel, selfAt: selfAt?.getTime() ?? null, confirmedLevel, confirmedAt: confirmedAt?.getTime() ?? null };
}
