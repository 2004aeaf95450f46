import { Link } from '@remix-run/react';
import type { PlanPage } from '#app/features/plans/queries/plan.server.ts';
import { longDate, relativeDay } from '#app/ui/format.ts';
import { Notice } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/page.tsx';
import { targetText } from '#app/ui/plan-words.ts';
import { Tag } from '#app/ui/tag.tsx';

/** Where the plan goes and until when; the route with the next role; what has become of the target meanwhile. */
export function Target({ data: { mine, person, today }, plan }: { data: PlanPage; plan: NonNullable<PlanPage['plan']> }) {
  const { roleId, skillId, target, targetOn, startedOn, startedBy, retired, held, route } = plan;
  const link = roleId ? `/roles/${roleId}` : `/people/${person.id}/skills/${skillId}`;
  return (
    <>
      {retired && <Notice tone="close">{target} has left the catalogue since, so nothing can be held against it. Give the plan another target, or close it; nothing in it is lost.</Notice>}
      {held && !retired && <Notice tone="calm">{mine ? 'You hold' : `${person.name} holds`} this role today. If that is what the plan was for, close it as reached; if it is about growing in the role, carry on.</Notice>}
      <p className="lede">
        Towards <Link to={link}>{targetText(plan)}</Link>{targetOn ? <> by <strong>{longDate(targetOn)}</strong>, {relativeDay(targetOn, today)}</> : ', without a date yet'}.{' '}
        <span className="muted">Started on {longDate(startedOn)}{startedBy && ` by ${startedBy}`}.</span>
      </p>
      {route.length > 0 && (
        <Section title="The route" panel>
          <ol className="hops">
            {route.map(({ id, name, place }) => (
              <li key={id} className={place === 'behind' ? 'hop now' : 'hop'}>
                <span className="dot" aria-hidden="true" />
                <p>{name ? <Link to={`/roles/${id}`}>{name}</Link> : <span className="muted">A role that has left the catalogue</span>}</p>
                {place === 'next' && <Tag tone="close" shape="arrow">Next</Tag>}
              </li>
            ))}
          </ol>
        </Section>
      )}
    </>
  );
}
