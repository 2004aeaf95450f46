import { Link } from '@remix-run/react';
import type { PathPage } from '#app/features/people/queries/my-path.server.ts';
import { Empty } from '#app/ui/empty.tsx';
import { MoveEstimate } from '#app/ui/estimate.tsx';
import { listOf, monthsText, plural } from '#app/ui/format.ts';
import { Section } from '#app/ui/page.tsx';
import { StatusTag } from '#app/ui/tag.tsx';

type NextRole = PathPage['next'][number];

/** How many blockers are named in the sentence; the sum and the table have them all. */
const named = 3;

/** How many roles are shown at once; those that are ready or close always are. */
const atOnce = 3;

/** Every role one move away, the nearest first: what is missing in words, the estimate with its sum, and what happened here. */
export function NextRoles({ data }: { data: PathPage }) {
  const { from, next, person, mine } = data;
  if (!from) return <Section title="Next roles"><Empty kind="nothing" title="The start is not known yet">{mine ? 'With a role in your history' : `With a role in the history of ${person.name}`}, the roles that it leads to appear here. <Link to={`/people/${person.id}/history`}>Open the history</Link></Empty></Section>;
  const near = next.filter(({ status }) => status === 'ready' || status === 'close').length;
  const shown = next.slice(0, next.length - near <= 1 ? undefined : Math.max(atOnce, near));
  const further = next.slice(shown.length);
  return (
    <Section title={from.held ? 'Next roles from here' : `Next roles from ${from.name}`}>
      {next.length === 0
        ? <Empty kind="nothing" title={`No move from ${from.name} is known`}>The catalogue ends here, people do not. <Link to="/paths">Look round on the career map</Link></Empty>
        : <ul className="plain rows panel">{shown.map((role) => <NextRoleRow key={role.id} role={role} data={data} />)}</ul>}
      {further.length > 0 && (
        <details>
          <summary>{plural(further.length, 'more role', 'more roles')}, further from here or not known yet</summary>
          <ul className="plain rows panel">{further.map((role) => <NextRoleRow key={role.id} role={role} data={data} />)}</ul>
        </details>
      )}
    </Section>
  );
}

function NextRoleRow({ role, data: { person, mine, goal } }: { role: NextRole; data: PathPage }) {
  const { trodden, typicalMonths } = role;
  return (
    <li className="row-tag">
      <h3><Link to={`/roles/${role.id}`}>{role.name}</Link></h3>
      <StatusTag status={role.status} />
      <p className="row-full">{standWords(role)} {role.status === 'unknown' && mine && role.toRate > 0 && <Link to={`/people/${person.id}/skills?rate=role&role=${role.id}`}>Rate them<span className="visually-hidden"> for {role.name}</span></Link>}</p>
      <div className="row-full cluster">
        {role.sum && <MoveEstimate sum={role.sum} atMost={role.atMost} />}
        {goal?.id !== role.id && <Link className="small no-print" to={`?role=${role.id}#asks`}>See what it asks for<span className="visually-hidden">: {role.name}</span></Link>}
      </div>
      {trodden && <p className="row-full muted small">{plural(trodden.people, 'person', 'people')} made this move here; they had been in their role {monthsText(trodden.medianMonths)} (median).</p>}
      {typicalMonths && <p className="row-full muted small">Usual elsewhere, by our judgement: after {typicalMonths[0]} to {typicalMonths[1]} months.</p>}
    </li>
  );
}

function standWords({ status, essential, confirmed, toRate, missing }: NextRole): string {
  if (essential.total === 0) return 'Nothing is written down as essential yet, so nobody’s readiness can be told.';
  if (status === 'unknown') return `${plural(toRate, 'skill that it asks for is', 'skills that it asks for are')} not rated yet.`;
  const met = `${essential.met} of ${plural(essential.total, 'essential', 'essentials')} met`;
  if (status === 'ready') return `${met}, ${confirmed === essential.total ? 'all confirmed' : `${confirmed} of them confirmed`}.`;
  const words = missing.slice(0, named);
  const rest = missing.length - words.length;
  return `${met}. Missing: ${listOf(rest > 0 ? [...words, `${rest} more`] : words)}.`;
}
