import { Link } from '@remix-run/react';
import type { SkillsView } from '#app/features/ratings/queries/skills.server.ts';
import { StepChart } from '#app/ui/chart.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { ResultCount } from '#app/ui/filters.tsx';
import { plural } from '#app/ui/format.ts';
import { PageHeader, Section } from '#app/ui/page.tsx';
import { kindName } from '#app/ui/skill-words.ts';
import { AskForm } from './ask-form.tsx';
import { ListFilters } from './list-filters.tsx';
import { SkillTable } from './skill-table.tsx';
import { StillTrueForm } from './still-true-form.tsx';
import { WaitingForm } from './waiting-form.tsx';

/** A person's skills by kind, beside what a role asks. */
export function SkillList(view: SkillsView) {
  const { person, own, counts, role, kinds, waiting, askable, fading, filters, series, today } = view;
  const rateMany = `?rate=${role ? 'role' : 'technical'}${view.filters.role ? `&role=${view.filters.role}` : ''}`;
  return (
    <>
      <PageHeader
        title={own ? 'Your skills' : `Skills of ${person.name}`}
        eyebrow={<><Link to={`/people/${person.id}`}>{own ? 'My path' : person.name}</Link> · <Link to={`/people/${person.id}/evidence`}>{own ? 'Your evidence' : 'Evidence'}</Link></>}
        action={own ? <Link className="btn" to={rateMany}>Rate many at once</Link> : undefined}
      />
      <Standing {...view} />
      {waiting.length > 0 && <WaitingForm name={person.name} waiting={waiting} today={today} />}
      {askable.length > 0 && filters.show === 'waiting' && <AskForm askable={askable} />}
      {fading.length > 0 && (filters.show === 'stale' || filters.show === 'unused') && <StillTrueForm fading={fading} today={today} />}
      <Section title="All skills">
        <ListFilters {...view} />
        <ResultCount>{counts.shown === counts.all ? plural(counts.all, 'skill', 'skills') : `${counts.shown} of ${counts.all} skills`}</ResultCount>
        {counts.shown === 0 && <Empty kind="no-match" title="No skill matches">Take one of the filters away to see more.</Empty>}
        <div className="stack gap-8">
          {kinds.map(({ kind, skills }) => <SkillTable key={kind} title={kindName(kind)} skills={skills} personId={person.id} role={role} today={today} />)}
        </div>
      </Section>
      {series.length > 0 && (
        <Section title="How levels grew" panel>
          <StepChart
            title={series.length > 1 ? `The ${series.length} skills here that changed last` : 'The skill here that changed last'}
            summary="Each line is the level that was claimed, from one rating to the next. A confirmation counts as a rating." series={series} today={today}
          />
        </Section>
      )}
    </>
  );
}

function Standing({ own, person, counts, role, essentials, filters }: SkillsView) {
  const beside = filters.role ? `&role=${filters.role}` : '';
  const parts = [
    { count: counts.waiting, show: 'waiting', words: 'waiting to be confirmed' },
    { count: counts.stale, show: 'stale', words: 'to confirm again' },
    { count: counts.unused, show: 'unused', words: 'not used for long' },
  ].filter(({ count }) => count > 0);
  return (
    <p className="lede">
      {counts.rated} of {plural(counts.all, 'skill', 'skills')} rated
      {parts.map(({ count, show, words }) => <span key={show}>, <Link to={`?show=${show}${beside}`}>{count} {words}</Link></span>)}.{' '}
      {role && essentials && essentials.total > 0 && <>{role.name}: {essentials.met} of {essentials.total} essentials met, on claimed levels. </>}
      <Link to={`/people/${person.id}`}>{own ? 'See what that opens on My path' : 'See the whole path'}</Link>
      {counts.rated > 0 && <> · <Link to={`/people/${person.id}/skills/picture`}>Levels and interest</Link></>}
      {own && <> · <Link to={`/people/${person.id}/ask`}>Ask a colleague</Link> · <Link to="/asked">Asked of you</Link></>}
    </p>
  );
}
