import { Link } from '@remix-run/react';
import type { TicketsView } from '#app/features/tickets/queries.server.ts';
import { CheckboxGroup } from '#app/ui/choices.tsx';
import { Select } from '#app/ui/fields.tsx';
import { Form, SubmitButton } from '#app/ui/form.tsx';
import { plural } from '#app/ui/format.ts';
import { Section } from '#app/ui/page.tsx';
import { kindName } from '#app/ui/skill-words.ts';

/** New categories, each with skills that it may be about; or one that is being changed. */
export function MapForm({ view: { asked, changing, left, kinds, person, form } }: { view: TicketsView }) {
  const options = kinds.map(({ kind, skills }) => ({ group: kindName(kind), options: skills.map(({ id, name }) => ({ value: id, label: name })) }));
  const defaults = { rows: asked.map(({ category, shown }) => ({ category, skills: shown })) };
  return (
    <Section title={changing ? 'Change a category' : 'New categories'} panel>
      <p>Which skills does work on {asked.length === 1 ? 'this category' : 'each category'} show? A category without a skill is left out.{left > 0 && ` ${plural(left, 'other category is', 'other categories are')} asked for after these.`}</p>
      <Form intent="map" id={form} defaults={defaults} className="form wide">
        {asked.map(({ category, version, tickets, likely }, index) => (
          <div key={category} className="stack">
            <input type="hidden" name={`rows[${index}].category`} value={category} />
            <input type="hidden" name={`rows[${index}].version`} value={version} />
            {likely.length > 0 && <CheckboxGroup name={`rows[${index}].skills`} legend={`${category} (${plural(tickets, 'ticket', 'tickets')})`} optional options={likely.map(({ id, name }) => ({ value: id, label: name }))} />}
            <Select name={`rows[${index}].other`} label={likely.length > 0 ? <>Another skill<span className="visually-hidden"> for {category}</span></> : `${category} (${plural(tickets, 'ticket', 'tickets')}): a skill`} optional blank={likely.length > 0 ? 'No other' : 'None'} options={options} />
          </div>
        ))}
        <div className="buttons">
          <SubmitButton quiet={!changing}>{changing ? 'Save this category' : 'Save these categories'}</SubmitButton>
          {changing && <Link to={`/people/${person.id}/tickets`}>Leave it as it is</Link>}
        </div>
      </Form>
    </Section>
  );
}
