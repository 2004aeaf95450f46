import type { AskColleagueView } from '#app/features/ratings/queries/ask-colleague.server.ts';
import { CheckboxGroup, RadioGroup } from '#app/ui/choices.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { TextArea } from '#app/ui/fields.tsx';
import { FilterForm, FilterText, ResultCount } from '#app/ui/filters.tsx';
import { Form, SubmitButton } from '#app/ui/form.tsx';
import { plural } from '#app/ui/format.ts';
import { Section } from '#app/ui/page.tsx';

/** Whom to ask, found by name, and about which skills. Looking for somebody keeps the skills that the address names. */
export function ColleagueForm({ q, colleagues, moreColleagues, skills }: AskColleagueView) {
  const chosen = skills.filter(({ isChosen }) => isChosen);
  const option = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });
  const rated = skills.filter(({ isRated }) => isRated);
  const first = chosen.length > 0 ? chosen : rated.length > 0 ? rated : skills;
  const rest = skills.filter((skill) => !first.includes(skill));
  return (
    <>
      <Section title="Find somebody">
        <FilterForm label="Whom to look for">
          <FilterText label="Name" name="q" value={q} />
          {chosen.map(({ id }) => <input key={id} type="hidden" name="skill" value={id} />)}
        </FilterForm>
        <ResultCount>{foundText(q, colleagues.length, moreColleagues)}</ResultCount>
      </Section>
      <Section title="Your question">
        {colleagues.length === 0
          ? <Empty kind="no-match" title="Nobody has this name">Try fewer letters. Your managers are not in this list: ask them to confirm a level on its own page.</Empty>
          : (
            <Form intent="ask" className="form wide" defaults={{ skills: chosen.map(({ id }) => id) }}>
              <div className="pick-columns">
                <RadioGroup name="colleague" legend="Whom do you ask?" compact options={colleagues.map(({ id, name, role, team }) => ({ value: id, label: name, hint: [role, team].filter(Boolean).join(', ') }))} />
              </div>
              <div className="pick-columns">
                <CheckboxGroup
                  name="skills" legend="About which skills?" hint="At most ten at once."
                  options={first.map(option)} more={rest.length > 0 ? { summary: 'Other skills', options: rest.map(option) } : undefined}
                />
              </div>
              <TextArea name="message" label="A message" optional rows={3} hint="For example where you worked together on it." />
              <SubmitButton>Ask</SubmitButton>
            </Form>
          )}
      </Section>
    </>
  );
}

function foundText(q: string, count: number, more: boolean): string {
  if (q !== '') return more ? `The first ${count} with this name; more letters find fewer` : `${plural(count, 'colleague', 'colleagues')} found`;
  if (count === 0) return 'Give a name to find somebody.';
  return more ? `The first ${count} of your team. Give a name to find the others, or somebody else.` : 'Your team. Give a name to find somebody else.';
}
