import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { confirmWaiting } from '#app/features/ratings/commands/confirm.server.ts';
import { rateSkills } from '#app/features/ratings/commands/rate.server.ts';
import { SkillsForm, SkillsParams, SkillsSearch } from '#app/features/ratings/input.server.ts';
import { getSkillsToRate } from '#app/features/ratings/queries/rate-many.server.ts';
import { describeEffect, getSkills } from '#app/features/ratings/queries/skills.server.ts';
import { requireActor } from '#app/server/actor.server.ts';
import { callOf } from '#app/server/command.server.ts';
import { parseParams, parseSearch, readForm, refusal } from '#app/server/form.server.ts';
import { redirectWithNotice } from '#app/server/respond.server.ts';
import { titled } from '#app/ui/title.ts';
import { confirmedNotice, ratedNotice } from './notices.ts';
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
  const { readDb, clock } = args.context;
  const back = `/people/${id}/skills${role ? `?role=${role}` : ''}`;
  if (form.value.intent === 'confirm-waiting') {
    const result = await confirmWaiting(callOf(args, actor, form.key), id, form.value);
    return result.done ? redirectWithNotice(back, confirmedNotice(result.value)) : refusal(form, result);
  }
  const result = await rateSkills(callOf(args, actor, form.key), id, form.value);
  if (!result.done) return refusal(form, result);
  return redirectWithNotice(back, ratedNotice(result.value, await describeEffect(readDb, actor, clock.today(), id, role)));
}

/** After a refusal too: what is waiting may just have changed. */
export const shouldRevalidate = () => true;

export default function Skills() {
  const { rate, list } = useLoaderData<typeof loader>();
  return rate ? <RateMany {...rate} /> : <SkillList {...list} />;
}
