import { sql } from 'kysely';
import { isOpen, nextStates } from '#app/domain/plan.ts';
import type { Level } from '#app/domain/skill.ts';
import type { Actor } from '#app/server/actor.server.ts';
import { notFound } from '#app/server/command.server.ts';
import { isOffered } from '#app/server/row-rules.server.ts';
import type { ReadDb } from '#db/handle.ts';
import type { ItemSearch } from '../input.server.ts';
import { listChoices } from './catalogue.server.ts';
import { itemView } from './plan.server.ts';
import { getPlanner, type ItemRow, type Planner } from './subject.server.ts';

/** The sentences of a skill's levels, with the level the person claims today. */
export interface SkillWords { id: string; name: string; claimed: Level | null; levels: { level: Level; sentence: string; example: string }[] }

/** The page of one item, or of a new one that begins with what the address says; for the person and the line, 404 for everybody else. */
export async function getItem(db: ReadDb, actor: Actor, today: string, personId: number, itemId: number | null, search: ItemSearch) {
  const planner = await getPlanner(db, actor, today, personId);
  const item = itemId === null ? null : planner.items.find(({ id }) => id === itemId) ?? notFound();
  const plan = planner.plans.find(({ closedOn }) => closedOn === null);
  const ofPlan = item ? planner.plans.find(({ id }) => id === item.planId) : plan;
  const mine = planner.relation === 'self';
  const [choices, rates] = await Promise.all([
    listChoices(db, item?.skillId),
    mine && item?.state === 'done' && item.ratingId === null ? findSkillWords(db, personId, item.skillId) : null,
  ]);
  return {
    today, mine, person: personOf(planner),
    plan: ofPlan ? { target: ofPlan.target, level: ofPlan.level, closed: ofPlan.closedOn !== null } : null,
    item: item && { ...itemView(item), skillId: item.skillId, certificationId: item.certificationId, rated: item.rated, next: nextStates(item.state, item.rated || (item.evidence && !mine)), open: isOpen(item.state) },
    begin: search,
    choices,
    rates,
  };
}
export type ItemPage = Awaited<ReturnType<typeof getItem>>;

/** The page that asks what came of an item, with the level sentences for the person. 404 for everybody but the person and the line. */
export async function getItemDone(db: ReadDb, actor: Actor, today: string, personId: number, itemId: number) {
  const planner = await getPlanner(db, actor, today, personId);
  const item = planner.items.find(({ id }) => id === itemId) ?? notFound();
  const mine = planner.relation === 'self';
  const skill = mine ? await findSkillWords(db, personId, item.skillId) : null;
  return { today, mine, person: personOf(planner), item: { ...itemView(item), certificate: item.certificationId !== null, open: isOpen(item.state), due: dueOf(item, today) }, skill };
}
export type ItemDonePage = Awaited<ReturnType<typeof getItemDone>>;

/** The day that the form begins with: the last day, once it is over. */
function dueOf({ endsOn }: ItemRow, today: string): string {
  return endsOn !== null && endsOn < today ? endsOn : today;
}

function personOf({ id, name }: Planner) {
  return { id, name };
}

/** Null without a skill, and for one that has been retired. */
async function findSkillWords(db: ReadDb, personId: number, skillId: string | null): Promise<SkillWords | null> {
  if (skillId === null) return null;
  const { rows: [words] } = await sql<SkillWords>`
    select s.skill_id as id, s.name, (select claimed_level from current_levels c where c.skill_id = s.skill_id and c.person_id = ${personId}) as claimed,
      coalesce((select jsonb_agg(jsonb_build_object('level', l.level, 'sentence', l.text, 'example', l.example) order by l.level) from skill_levels l where l.skill_id = s.skill_id), '[]') as levels
    from skills s where s.skill_id = ${skillId} and ${isOffered('s')}`.execute(db);
  return words ?? null;
}
