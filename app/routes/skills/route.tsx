import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { SkillsForm, SkillsParams, SkillsSearch } from '#app/features/ratings/input.server.ts';
import { getSkillsToRate } from '#app/features/ratings/queries/rate-many.server.ts';
import { describeEffect, getSkills } from '#app/features/ratings/queries/skills.server.ts';
import { requireActor } from '#app/server/actor.server.ts';
import { callOf } from '#app/server/command.server.ts';
import { parseParams, parseSearch, readForm, refusal } from '#app/server/form.server.ts';
import { redirectWithNotice } from '#app/server/respond.server.ts';
import { titled } from '#app/ui/title.ts';
import { carryOut } from './act.server.ts';
import { RateMany } from './rate-many.tsx';
import { SkillList } from './skill-list.tsx';

export const handle = titled<typeof loader>((data) => (data.rate ? ['Rate many skills', 'Skills'] : data.list.own ? ['Your skills'] : [data.list.person.name, 'Skills']));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const { id } = parseParams(args, SkillsParams);
  const search = parseSearch(args, SkillsSearch);
  const { readDb, clock } = args.context;
  if (search.rate) return { rate: await getSkillsToRate(readDb, actor, clock.today(), id, search), list: null };
  return { rate: null, list: await getSkills(readDb, actor, clock.today(), id, search) };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const { id } = parseParams(args, SkillsParams);
  const { role } = parseSearch(args, SkillsSearch);
  const form = await readForm(args, SkillsForm);
  if (!form.ok) return form.response;
  const result = await carryOut(callOf(args, actor, form.key), id, form.value);
  if (!result.done) return refusal(form, result);
  const { readDb, clock } = args.context;
  const effect = result.value.rated ? await describeEffect(readDb, actor, clock.today(), id, role) : '';
  return redirectWithNotice(`/people/${id}/skills${role ? `?role=${role}` : ''}`, `${result.value.notice} ${effect}`.trim());
}

/** After a refusal too: what is waiting may just have changed. */
export const shouldRevalidate = () => true;

export default function Skills() {
  const { rate, list } = useLoaderData<typeof loader>();
  return rate ? <RateMany {...rate} /> : <SkillList {...list} />;
}
