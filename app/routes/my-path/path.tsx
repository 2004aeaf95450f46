import { Link } from '@remix-run/react';
import type { PathPage } from '#app/features/people/queries/my-path.server.ts';
import { Grid, PageHeader } from '#app/ui/page.tsx';
import { Asked } from './asked.tsx';
import { Conversation } from './conversation.tsx';
import { FirstVisitNotice } from './first-visit.tsx';
import { NextRoles } from './next-roles.tsx';
import { StepAhead } from './step-ahead.tsx';
import { Place } from './place.tsx';
import { Plan } from './plan.tsx';
import { RouteAhead } from './route-ahead.tsx';
import { VisibilityNotice, Waiting } from './waiting.tsx';

/** Where a person is, where it leads, what is missing; and, for the person alone, the one next step. */
export function Path({ data }: { data: PathPage }) {
  const { mine, person, own, waiting } = data;
  const action = mine
    ? data.from ? <Link className="btn" to={`/people/${person.id}/skills`}>Rate your skills</Link> : <Link className="btn" to={`/people/${person.id}/history/appointments/new`}>Log your role</Link>
    : waiting.levels > 0
      ? <Link className="btn" to={`/people/${person.id}/skills?show=waiting`}>Confirm levels</Link>
      : <Link className="btn" to={`/talks/new?person=${person.id}`}>Record a talk</Link>;
  return (
    <>
      {own && own.firstVisit !== null && <FirstVisitNotice done={own.firstVisit} personId={person.id} />}
      {own?.asksVisibility && own.firstVisit === null && <VisibilityNotice personId={person.id} />}
      <PageHeader title={mine ? 'Where you are, and where it leads' : person.name} eyebrow={<>{mine && <span className="print-only">{person.name} · </span>}<Place data={data} /></>} action={action} />
      {own && <StepAhead step={own.step} personId={person.id} />}
      {!mine && (
        <nav className="cluster no-print mb-6" aria-label={`More about ${person.name}`}>
          <Link to={`/people/${person.id}/skills`}>Skills</Link>
          <Link to={`/people/${person.id}/history`}>History</Link>
          <Link to={`/people/${person.id}/plan`}>Plan</Link>
          <Link to={`/people/${person.id}/conversation`}>Conversation</Link>
        </nav>
      )}
      <Grid
        main={<NextRoles data={data} />}
        side={<><Waiting data={data} /><Plan data={data} /><Conversation data={data} /><RouteAhead data={data} /></>}
        further={data.goal && <Asked data={data} goal={data.goal} />}
      />
    </>
  );
}
