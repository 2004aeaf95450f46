import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { SkillsParams } from '#app/features/ratings/input.server.ts';
import { getInterests } from '#app/features/ratings/queries/interests.server.ts';
import { requireActor } from '#app/server/actor.server.ts';
import { parseParams } from '#app/server/form.server.ts';
import { Empty } from '#app/ui/empty.tsx';
import { PageHeader } from '#app/ui/page.tsx';
import { titled } from '#app/ui/title.ts';
import { Picture } from './picture.tsx';
import { Reading } from './reading.tsx';

export const handle = titled<typeof loader>((data) => (data.own ? ['Levels and interest', 'Skills'] : ['Levels and interest', data.person.name, 'Skills']));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const { id } = parseParams(args, SkillsParams);
  return getInterests(args.context.readDb, actor, args.context.clock.today(), id);
}

export default function SkillInterests() {
  const view = useLoaderData<typeof loader>();
  const { person, own, readings } = view;
  const skills = `/people/${person.id}/skills`;
  return (
    <>
      <PageHeader title="Levels and interest" eyebrow={<Link to={skills}>{own ? 'Your skills' : `Skills of ${person.name}`}</Link>} />
      <p className="lede">What {own ? 'you claim' : `${person.name} claims`} beside how much of it {own ? 'you want' : 'is wanted'}: what to train, what to use, and what may wear {own ? 'you' : 'somebody'} out.</p>
      {readings.every(({ skills: said }) => said.length === 0)
        ? (
          <Empty kind="nothing" title="Nothing has been said yet" action={own ? <Link className="btn" to={`${skills}?rate=role`}>Rate your skills</Link> : undefined}>
            {own ? 'Rate a skill and say how much of it you want; it appears here.' : `${person.name} has rated no skill so far.`}
          </Empty>
        )
        : <><Picture {...view} /><Reading {...view} /></>}
    </>
  );
}
