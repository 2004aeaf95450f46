import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { putOff } from '#app/features/welcome/commands/progress.server.ts';
import { StepParams } from '#app/features/welcome/input.server.ts';
import { stepsBehind, stepsInAll } from '#app/domain/welcome.ts';
import { requireActor } from '#app/server/actor.server.ts';
import { callOf } from '#app/server/command.server.ts';
import { parseParams, readForm, refusal } from '#app/server/form.server.ts';
import { redirectWithNotice } from '#app/server/respond.server.ts';
import { ButtonForm } from '#app/ui/form.tsx';
import { PageHeader } from '#app/ui/page.tsx';
import { titled } from '#app/ui/title.ts';
import { carryOut } from './act.server.ts';
import { Done } from './done.tsx';
import { StepForm } from './input.server.ts';
import { NextRoles } from './next-roles.tsx';
import { getStepPage } from './page.server.ts';
import { Progress } from './progress.tsx';
import { Skills } from './skills.tsx';
import { Tenure } from './tenure.tsx';
import { Visibility } from './visibility.tsx';
import { Wishes } from './wishes.tsx';
import { backFrom, headingOf } from './words.ts';

export const handle = titled<typeof loader>((page) => [headingOf(page), 'Your first visit']);

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const { id, step } = parseParams(args, StepParams);
  const page = await getStepPage(args, actor, id, step);
  if (step === 'done' && page.toDo !== 'done') throw redirect(`/people/${id}/welcome/${page.toDo}`);
  return page;
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const { id, step } = parseParams(args, StepParams);
  const form = await readForm(args, StepForm);
  if (!form.ok) return form.response;
  const call = callOf(args, actor, form.key);
  if (form.value.intent === 'not-now') {
    const result = await putOff(call, id);
    return result.done ? redirectWithNotice(`/people/${id}`, 'That is fine. Your first visit waits under My account, and everything here works without it.') : refusal(form, result);
  }
  if (form.value.intent === 'choose' && form.value.preview) {
    const { skills, history, certificates, wishes } = form.value;
    return redirect(`/people/${id}/welcome/visibility?${new URLSearchParams({ skills, history, certificates, wishes })}#preview`, 303);
  }
  const result = await carryOut(call, id, step, form.value);
  if (!result.done) return refusal(form, result);
  const { to, notice } = result.value;
  return redirectWithNotice(`/people/${id}/welcome/${to}`, notice);
}

/** After a refusal too: what the page shows may just have changed. */
export const shouldRevalidate = () => true;

export default function WelcomeStep() {
  const page = useLoaderData<typeof loader>();
  const { step, person } = page;
  const back = backFrom(page);
  return (
    <>
      <PageHeader title={headingOf(page)} eyebrow={step === 'done' ? 'Your first visit' : `Your first visit, step ${stepsBehind(step) + 1} of ${stepsInAll}${whereIn(page)}`} />
      {step !== 'done' && <Progress page={page} />}
      <Content page={page} />
      {step !== 'done' && (
        <div className="cluster no-print mt-6">
          {back && <Link to={back}>Back</Link>}
          <ButtonForm intent="not-now" action={`/people/${person.id}/welcome/${step}`} link label="Not now, go to my path" />
        </div>
      )}
    </>
  );
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

function Content({ page }: { page: Page }) {
  switch (page.of) {
    case 'tenure': return <Tenure page={page} />;
    case 'skills': return <Skills page={page} />;
    case 'next-roles': return <NextRoles page={page} />;
    case 'visibility': return <Visibility page={page} />;
    case 'wishes': return <Wishes page={page} />;
    case 'done': return <Done page={page} />;
  }
}

/** How far one is within a step of many pages. */
function whereIn(page: Page): string {
  return page.of === 'skills' && page.skill ? `: skill ${page.skill.at} of ${page.skill.of}` : '';
}
