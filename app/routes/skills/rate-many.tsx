import { Link } from '@remix-run/react';
import type { RateManyView } from '#app/features/ratings/queries/rate-many.server.ts';
import { LevelPicker } from '#app/ui/choices.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { Form, SubmitButton } from '#app/ui/form.tsx';
import { plural } from '#app/ui/format.ts';
import { PageHeader } from '#app/ui/page.tsx';
import { askText, kindName, kindOptions } from '#app/ui/skill-words.ts';

/** The five sentences side by side where there is room, else close under one another. */
const compact = '[&_.pick]:gap-1.5 [&_.pick-card]:px-3 [&_.pick-card]:py-2 [&_.pick-card]:content-start [&_.pick-hint]:text-sm '
  + 'lg:[&_.pick]:grid-cols-5 lg:[&_legend]:col-span-full lg:[&_.pick>p]:col-span-full';

/** Many skills in one form, each with its five sentences; what is left alone is not written. */
export function RateMany({ person, role, kind, skills }: RateManyView) {
  const defaults = { rows: skills.map(({ id, claimed }) => ({ skill: id, was: claimed ?? undefined, level: claimed ?? undefined })) };
  return (
    <>
      <PageHeader title={kind ? `Rate ${kindName(kind).toLowerCase()} skills` : role ? `Rate what ${role.name} asks` : 'Rate many skills'} eyebrow={<Link to={`/people/${person.id}/skills`}>Your skills</Link>} />
      <p className="lede">Choose the sentence that fits what you do today. What you leave alone stays as it is, and not rated is not the same as low.</p>
      <Sets kind={kind} role={role} />
      {skills.length === 0
        ? <Empty kind="nothing" title="No skills here">{role ? 'This role asks for no skills. Choose a kind above.' : 'You have no current role. Choose a kind above.'}</Empty>
        : (
          <Form key={kind ?? role?.id} intent="rate-many" className="form wide" defaults={defaults}>
            {skills.map((skill, index) => (
              <div key={skill.id} className={`panel ${compact}`}>
                <input type="hidden" name={`rows[${index}].skill`} value={skill.id} />
                {skill.claimed !== null && <input type="hidden" name={`rows[${index}].was`} value={skill.claimed} />}
                <LevelPicker
                  name={`rows[${index}].level`} legend={skill.name}
                  hint={[kindName(skill.kind), skill.ask && role ? `${role.name} asks for ${askText(skill.ask)}` : '', skill.claimed === null ? 'not rated yet' : ''].filter(Boolean).join(' · ')}
                  levels={skill.levels.map(({ level, sentence }) => ({ level, sentence }))}
                />
              </div>
            ))}
            <SubmitButton>Save all ratings</SubmitButton>
            <p className="muted small">{plural(skills.length, 'skill', 'skills')} on this page. Evidence and examples are on each skill’s own page.</p>
          </Form>
        )}
    </>
  );
}

function Sets({ kind, role }: Pick<RateManyView, 'kind' | 'role'>) {
  const roleQuery = role && !role.current ? `&role=${role.id}` : '';
  const sets = [
    ...(role ? [{ value: 'role', label: `What ${role.name} asks`, here: kind === null }] : []),
    ...kindOptions(['technical', 'process', 'behaviour', 'knowledge', 'leadership']).map((option) => ({ ...option, here: option.value === kind })),
  ];
  return (
    <nav aria-label="Which skills" className="mb-6">
      <ul className="chips">
        {sets.map(({ value, label, here }) => <li key={value}><Link to={`?rate=${value}${roleQuery}`} aria-current={here ? 'page' : undefined} className={here ? 'bg-accent-soft font-semibold' : undefined}>{label}</Link></li>)}
      </ul>
    </nav>
  );
}
