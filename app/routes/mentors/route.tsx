import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { PlanParams } from '#app/features/plans/input.server.ts';
import { getMentors } from '#app/features/plans/queries/mentors.server.ts';
import { requireActor } from '#app/server/actor.server.ts';
import { parseParams } from '#app/server/form.server.ts';
import { Empty } from '#app/ui/empty.tsx';
import { PageHeader, Section } from '#app/ui/page.tsx';
import { titled } from '#app/ui/title.ts';
import { Colleagues } from './colleagues.tsx';

export const handle = titled<typeof loader>(({ mine, person }) => ['Find a mentor', 'Plan', ...(mine ? [] : [person.name])]);

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const { id } = parseParams(args, PlanParams);
  return getMentors(args.context.readDb, actor, args.context.clock.today(), id);
}

export default function Mentors() {
  const { mine, person, skills, roles } = useLoaderData<typeof loader>();
  const plan = `/people/${person.id}/plan`;
  const offered = skills.filter(({ mentors }) => mentors.length > 0);
  const missing = skills.filter(({ mentors }) => mentors.length === 0);
  return (
    <>
      <PageHeader title={mine ? 'Who can help you' : `Who can help ${person.name}`} eyebrow={<Link to={plan}>{mine ? 'Your plan' : `The plan of ${person.name}`}</Link>} />
      <p className="lede">Colleagues who offered to be asked. Ask them as you would anybody: in person, or with a message.</p>
      {roles.map(({ id, name, guides }) => (
        <Section key={id} title={`Who works as ${name}`}>
          {guides.length > 0
            ? <Colleagues colleagues={guides} add={(who) => `${plan}/items/new?kind=shadowing&title=${encodeURIComponent(`A day as ${name}`)}&host=${encodeURIComponent(who)}`} label="Plan a day beside them" />
            : <p className="muted">Nobody in this role has offered to be asked yet. <Link to={`/roles/${id}`}>Read about the role</Link></p>}
        </Section>
      ))}
      {skills.length === 0 && <Empty kind="nothing" title="No skill to look for">With a plan that misses a skill, or an item for one, the colleagues who know it appear here. <Link to={plan}>Open the plan</Link></Empty>}
      {offered.map(({ id, name, mentors, more }) => (
        <Section key={id} title={name}>
          <Colleagues colleagues={mentors} more={more} add={(who) => `${plan}/items/new?kind=mentoring&skill=${id}&title=${encodeURIComponent(`Mentoring: ${name}`)}&host=${encodeURIComponent(who)}`} label="Plan talks with them" />
        </Section>
      ))}
      {missing.length > 0 && <Section title="Nobody yet"><p className="muted">Nobody at 4 or above has offered these yet: {missing.map(({ name }) => name).join(', ')}. A manager may know whom to ask.</p></Section>}
      {mine && <p>At 4 or above yourself? <Link to={`/people/${person.id}/mentoring`}>Say what you can be asked about</Link></p>}
    </>
  );
}
