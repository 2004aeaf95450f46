import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { offerMentoring } from '#app/features/plans/commands/mentoring.server.ts';
import { OfferMentoringInput, PlanParams } from '#app/features/plans/input.server.ts';
import { getMentoring } from '#app/features/plans/queries/mentoring.server.ts';
import { requireActor } from '#app/server/actor.server.ts';
import { callOf } from '#app/server/command.server.ts';
import { parseParams, readForm, refusal } from '#app/server/form.server.ts';
import { redirectWithNotice } from '#app/server/respond.server.ts';
import { listOf, plural } from '#app/ui/format.ts';
import { Notice } from '#app/ui/notice.tsx';
import { Grid, PageHeader, Section } from '#app/ui/page.tsx';
import { useStaleValues } from '#app/ui/sent-form.ts';
import { titled } from '#app/ui/title.ts';
import { OfferForm } from './offer-form.tsx';

export const handle = titled(() => ['What I can be asked about', 'My path']);

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const { id } = parseParams(args, PlanParams);
  return getMentoring(args.context.readDb, actor, args.context.clock.today(), id);
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const { id } = parseParams(args, PlanParams);
  const form = await readForm(args, OfferMentoringInput);
  if (!form.ok) return form.response;
  const result = await offerMentoring(callOf(args, actor, form.key), id, form.value);
  if (!result.done) return refusal(form, result);
  const { skills, guide } = result.value;
  const offers = [...(skills > 0 ? [plural(skills, 'skill', 'skills')] : []), ...(guide ? ['your role'] : [])];
  return redirectWithNotice(`/people/${id}/mentoring`, offers.length > 0 ? `Saved: colleagues can ask you about ${listOf(offers)}.` : 'Saved: you offer nothing at the moment.');
}

/** After a refusal too: the offers may just have changed. */
export const shouldRevalidate = () => true;

export default function Mentoring() {
  const data = useLoaderData<typeof loader>();
  const { person, away, post } = data;
  const stale = useStaleValues();
  return (
    <>
      <PageHeader title="What I can be asked about" eyebrow={<Link to={`/people/${person.id}/plan`}>Your plan</Link>} />
      <p className="lede">Somebody learns faster beside somebody who knows. Say what colleagues may ask you about, and take it back at any time.</p>
      {stale && <Notice tone="close">Meanwhile you offer: {String(stale['skills'] ?? '') || 'no skills'}{stale['guide'] === true && ', and your role'}. What you chose is still below; send it again if it is to hold.</Notice>}
      {away && <Notice tone="calm">You are away at the moment, so nobody is shown what you offer until you are back.</Notice>}
      <Grid
        main={<OfferForm key={data.seen} data={data} />}
        side={(
          <Section title="What colleagues see" panel>
            <p>Exactly this, once you offer something: your name, your role, team and site, the skill, whether you are at 4 or 5 and whether that is confirmed, and your note.</p>
            {post && <p className="muted">{[person.name, post.role, post.team, post.site].filter(Boolean).join(' · ')}</p>}
            <p className="small">Recruiters see none of it.</p>
          </Section>
        )}
      />
    </>
  );
}
