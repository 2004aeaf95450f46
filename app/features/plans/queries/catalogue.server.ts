import { sql } from 'kysely';
import { namesOf, type Names } from '#app/domain/criterion-text.ts';
import type { Wish } from '#app/domain/outcome.ts';
import { policyOf, type Policy } from '#app/domain/policy.ts';
import type { RoleRequirement } from '#app/domain/requirement.ts';
import type { Family, Role } from '#app/domain/role.ts';
import { standingOf, type Background, type Standing } from '#app/domain/standing.ts';
import type { Transition } from '#app/domain/transition.ts';
import { heldRoles, startingRoles, whereabouts } from '#app/domain/whereabouts.ts';
import { isOffered } from '#app/server/row-rules.server.ts';
import type { ReadDb } from '#db/handle.ts';

/** The part of the catalogue that a plan goes by, as the view `catalogue` gives it. */
export interface PlanCatalogue {
  families: Family[]; roles: Role[]; skills: { id: string; name: string }[]; certifications: { id: string; name: string }[];
  transitions: Transition[]; requirements: RoleRequirement[]; policy: unknown;
}

export type Facts = Background & { wish: { wish: Wish; roleId: string | null } | null };

/** Everything that a person's plan is reckoned from. `held`: roles held today; `from`: those a route may begin with. */
export interface Ground {
  facts: Facts; catalogue: PlanCatalogue; names: Names; policy: Policy; standing: Standing; held: string[]; from: string[]; families: string[];
}

/** Reads it, in two statements. The caller has seen to it that the reader may know the plan. */
export async function getGround(db: ReadDb, personId: number, today: string): Promise<Ground> {
  const [facts, catalogue] = await Promise.all([
    db.selectFrom('backgrounds').select(['levels', 'appointments', 'pauses', 'education', 'certificates', 'wish']).where('personId', '=', personId).$castTo<Facts>().executeTakeFirstOrThrow(),
    db.selectFrom('catalogue').select(['families', 'roles', 'skills', 'certifications', 'transitions', 'requirements', 'policy']).$castTo<PlanCatalogue>().executeTakeFirstOrThrow(),
  ]);
  const policy = policyOf(catalogue.policy);
  const where = whereabouts(facts.appointments, today);
  const family = where.held === 'now' ? where.from?.familyId : null;
  return {
    facts, catalogue, policy, names: namesOf(catalogue), standing: standingOf(facts, 'claimed', today, policy),
    held: heldRoles(where), from: startingRoles(where), families: family ? [family] : [],
  };
}

/** What forms offer: skills and certificates that are in the catalogue today, and the skill that is there already though it was retired. */
export async function listChoices(db: ReadDb, kept: string | null = null) {
  const { rows: [choices] } = await sql<{ skills: { id: string; name: string }[]; certifications: { id: string; name: string }[] }>`select
    (select coalesce(jsonb_agg(jsonb_build_object('id', skill_id, 'name', name) order by name), '[]') from skills
      where ${isOffered('skills')} or skill_id = ${kept}) as skills,
    (select coalesce(jsonb_agg(jsonb_build_object('id', certification_id, 'name', name) order by name), '[]') from certifications) as certifications`.execute(db);
  return choices!;
}
