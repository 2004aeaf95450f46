import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { SkillForm, SkillParams, SkillSearch } from '#app/features/ratings/input.server.ts';
import { getSkill } from '#app/features/ratings/queries/skill.server.ts';
import { describeEffect } from '#app/features/ratings/queries/skills.server.ts';
import { requireActor } from '#app/server/actor.server.ts';
import { callOf } from '#app/server/command.server.ts';
import { parseParams, parseSearch, readForm, refusal } from '#app/server/form.server.ts';
import { redirectWithNotice } from '#app/server/respond.server.ts';
import { Grid, PageHeader } from '#app/ui/page.tsx';
import { askText, kindName } from '#app/ui/skill-words.ts';
import { titled } from '#app/ui/title.ts';
import { Climb } from './climb.tsx';
import { ConfirmForm } from './confirm-form.tsx';
import { CorrectForm } from './correct-form.tsx';
import { Growth } from './growth.tsx';
import { Meanwhile } from './meanwhile.tsx';
import { carryOut } from './act.server.ts';
import { RateForm } from './rate-form.tsx';
import { Requests } from './requests.tsx';
import { SoFar } from './so-far.tsx';
import { Standing } from './standing.tsx';

export const handle = titled<typeof loader>((data) => (data.own ? [data.skill.name, 'Skills'] : [data.skill.name, data.person.name, 'Skills']));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const { id, skill } = parseParams(args, SkillParams);
  const { readDb, clock } = args.context;
  return getSkill(readDb, actor, clock.today(), clock.now(), { person: id, skill }, parseSearch(args, SkillSearch));
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const { id, skill } = parseParams(args, SkillParams);
  const { role } = parseSearch(args, SkillSearch);
  const form = await readForm(args, SkillForm);
  if (!form.ok) return form.response;
  const result = await carryOut(callOf(args, actor, form.key), id, skill, form.value);
  if (!result.done) return refusal(form, result);
  const { readDb, clock } = args.context;
  const effect = result.value.own ? await describeEffect(readDb, actor, clock.today(), id, role) : '';
  return redirectWithNotice(`/people/${id}/skills/${skill}${role ? `?role=${role}` : ''}`, `${result.value.notice} ${effect}`.trim());
}

/** After a refusal too: somebody else may just have rated the skill. */
export const shouldRevalidate = () => true;

export default function RateSkill() {
  const view = useLoaderData<typeof loader>();
  const { person, skill, own, role, ask, retired, correct, mayConfirm } = view;
  const skills = `/people/${person.id}/skills${role && !role.current ? `?role=${role.id}` : ''}`;
  return (
    <>
      <PageHeader
        title={skill.name}
        eyebrow={<><Link to={skills}>{own ? 'Your skills' : `Skills of ${person.name}`}</Link> · {kindName(skill.kind)}{role && ask && <> · {role.name} asks for {askText(ask)}</>}</>}
      />
      <p className="lede">{skill.description}</p>
      <Meanwhile />
      <Grid
        main={(
          <>
            {retired && <p>The catalogue has retired this skill: it keeps its history and is no longer rated.</p>}
            {correct && <CorrectForm key={correct.id} {...view} correct={correct} />}
            {/* Each form begins anew when what it shows has changed; what was typed into a refused one stays. */}
            {!correct && own && !retired && <RateForm key={`${skill.id} ${view.version}`} {...view} />}
            {!correct && mayConfirm && <ConfirmForm key={`${skill.id} ${view.seen}`} {...view} />}
            <Climb {...view} />
            <Growth {...view} />
          </>
        )}
        side={<><Standing {...view} /><Requests {...view} /><SoFar {...view} /></>}
      />
    </>
  );
}
