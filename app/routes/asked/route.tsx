import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { listAsked, type AskedView } from '#app/features/ratings/queries/asked.server.ts';
import { requireActor } from '#app/server/actor.server.ts';
import { Empty } from '#app/ui/empty.tsx';
import { longDate, relativeDay } from '#app/ui/format.ts';
import { levelText } from '#app/ui/level.tsx';
import { PageHeader, Section } from '#app/ui/page.tsx';
import { titled } from '#app/ui/title.ts';

export const handle = titled(() => ['Asked of you']);

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  return listAsked(args.context.readDb, actor, args.context.clock.today(), args.context.clock.now());
}

export default function Asked() {
  const { views, levels, answers, today } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title="Asked of you" />
      <p className="lede">Questions about levels that wait for your answer. You may always say that you would rather not.</p>
      {views.length + levels.length === 0 && (
        <Empty kind="nothing" title="Nobody asks anything of you">When a colleague wants to know how you see a skill of theirs, the question appears here.</Empty>
      )}
      {levels.length > 0 && (
        <Section title="Your people want these confirmed" panel>
          <Asks asks={levels} today={today} to={({ person, skill }) => `/people/${person.id}/skills/${skill.id}`} />
        </Section>
      )}
      {views.length > 0 && (
        <Section title="Colleagues want to know how you see this" panel>
          <Asks asks={views} today={today} to={({ id }) => `/asked/${id}`} />
        </Section>
      )}
      {answers.length > 0 && (
        <Section title="What you said in the last 24 hours" panel>
          <ul className="plain rows">
            {answers.map(({ id, person, skill, level }) => (
              <li key={id}><p>{skill} of {person}: {levelText(level)}. <Link to={`/asked/${id}`}>Correct it<span className="visually-hidden"> {skill} of {person}</span></Link></p></li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

type Ask = AskedView['views'][number];

function Asks({ asks, today, to }: { asks: readonly Ask[]; today: string; to: (ask: Ask) => string }) {
  return (
    <ul className="plain rows">
      {asks.map((ask) => (
        <li key={ask.id}>
          <p><Link to={to(ask)}>{ask.skill.name}<span className="visually-hidden"> of {ask.person.name}</span></Link>{ask.level !== null && `: ${levelText(ask.level)}`}</p>
          <p className="muted small">{ask.person.name} asked <span title={longDate(ask.on)}>{relativeDay(ask.on, today)}</span></p>
          {ask.message && <p className="small typed">“{ask.message}”</p>}
        </li>
      ))}
    </ul>
  );
}
