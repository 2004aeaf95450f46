import { sql } from 'kysely';
import { isRetired } from '#app/domain/retirement.ts';
import { refused, run, stale, type Refused, type Result, type SignedCall, type SignedStep } from '#app/server/command.server.ts';
import { holdOneself } from '#app/server/hold-person.server.ts';
import type { MapCategoriesInput } from '../input.server.ts';

/** What was saved; and of which categories not, as another window had changed them: what they show now and what was chosen, in words. */
export interface MappedCategories {
  categories: number;
  meanwhile: Record<string, string>;
}

/**
 * Says which skills categories show from now on; without a skill they are left out on purpose. What was changed since the form was opened
 * stays and is named; stale when that is all of it. Refuses skills that the catalogue does not have (any more).
 */
export function mapCategories(call: SignedCall, personId: number, { rows }: MapCategoriesInput): Promise<Result<MappedCategories>> {
  return run(call, 'mapCategories', { personId, rows }, async (step): Promise<MappedCategories | Refused> => {
    await holdOneself(step, personId);
    const { trx } = step;
    const wanted = new Map(rows.map(({ category, version, skills, other }) => [category, { version, skills: [...new Set([...skills, ...(other ? [other] : [])])].sort() }]));
    const known = await listKnown(step, personId, [...wanted.keys()]);
    if (known.size < wanted.size) return refused('One of these categories is not among your tickets any more. The page shows those that are.');
    const names = await namesOf(step, [...wanted.values(), ...known.values()].flatMap(({ skills }) => skills));
    const retired = [...wanted.values()].flatMap(({ skills }) => skills).find((skill) => names.get(skill)?.retired);
    if (retired) return refused(`“${names.get(retired)!.name}” has been retired from the catalogue. Please choose another skill.`);
    const told = (skills: readonly string[]) => (skills.length === 0 ? 'no skill' : skills.map((skill) => names.get(skill)?.name ?? skill).join(', '));
    const changed = [...wanted].filter(([category, { version, skills }]) => version !== known.get(category)!.version && String(skills) !== String(known.get(category)!.skills));
    const meanwhile = Object.fromEntries(changed.map(([category, { skills }]) => [category, `shows ${told(known.get(category)!.skills)} now, and you chose ${told(skills)}`]));
    if (changed.length === wanted.size) return stale(meanwhile);
    const saved = [...wanted].filter(([category]) => !(category in meanwhile));
    await trx.insertInto('ticketCategories').values(saved.map(([category]) => ({ personId, category })))
      .onConflict((conflict) => conflict.columns(['personId', 'category']).doUpdateSet({ version: sql<number>`ticket_categories.version + 1` })).execute();
    const before = await trx.deleteFrom('ticketMappings').where('personId', '=', personId).where('category', 'in', saved.map(([category]) => category)).returning('skillId').execute();
    const mappings = saved.flatMap(([category, { skills }]) => skills.map((skillId) => ({ personId, category, skillId })));
    if (mappings.length > 0) await trx.insertInto('ticketMappings').values(mappings).execute();
    step.audit({ on: personId, subject: 'ticket-categories', before: { mappings: before.length }, after: { categories: saved.length, mappings: mappings.length } });
    return { categories: saved.length, meanwhile };
  }, { refusals: { ticket_mappings_skill: { reason: 'One of these skills is not in the catalogue. Please choose again.' } } });
}

/** Those of the categories that the person has tickets of, with what they show; version 0 for one that nothing was said about. */
async function listKnown({ trx }: SignedStep, personId: number, categories: readonly string[]): Promise<Map<string, { version: number; skills: string[] }>> {
  const { rows } = await sql<{ category: string; version: number; skills: string[] }>`
    select t.category, coalesce(c.version, 0) as version,
      array(select m.skill_id from ticket_mappings m where m.person_id = ${personId} and m.category = t.category order by m.skill_id collate "C") as skills
    from (select distinct category from ticket_counts where person_id = ${personId} and category = any(${categories}::text[])) t
    left join ticket_categories c on c.person_id = ${personId} and c.category = t.category`.execute(trx);
  return new Map(rows.map(({ category, ...one }) => [category, one]));
}

async function namesOf({ trx }: SignedStep, skills: readonly string[]): Promise<Map<string, { name: string; retired: boolean }>> {
  const rows = await trx.selectFrom('skills').select(['skillId', 'name', 'retiredOn']).where('skillId', '=', sql<string>`any(${skills}::text[])`).execute();
  return new Map(rows.map(({ skillId, name, retiredOn }) => [skillId, { name, retired: isRetired({ retiredOn }) }]));
}
