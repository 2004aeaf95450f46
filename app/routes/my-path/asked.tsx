import { Link } from '@remix-run/react';
import type { PathPage } from '#app/features/people/queries/my-path.server.ts';
import { FilterForm, FilterSelect } from '#app/ui/filters.tsx';
import { Section } from '#app/ui/page.tsx';
import { StatusTag } from '#app/ui/tag.tsx';
import { AskedTable } from './asked-table.tsx';
import { SkillsPicture } from './skills-picture.tsx';

/** What the chosen role asks for, line by line, and as a picture; another role is one choice away. */
export function Asked({ data, goal }: { data: PathPage; goal: NonNullable<PathPage['goal']> }) {
  const { choices, wanted, mine, person } = data;
  const essentials = goal.rows.filter(({ importance }) => importance === 'essential');
  const desirables = goal.rows.filter(({ importance }) => importance === 'desirable');
  const whose = mine ? 'Your' : `${person.name}’s`;
  return (
    <>
      <Section title={`What ${goal.name} asks for`} id="asks" action={<StatusTag status={goal.status} />}>
        <FilterForm label="Choose a role to compare with" className="filters mt-2 mb-4">
          <FilterSelect label="Compare with" name="role" value={wanted} blank={wanted === null ? goal.name : 'The role that is wished for or nearest'} options={choices.filter(({ id }) => wanted !== null || id !== goal.id).map(({ id, name }) => ({ value: id, label: name }))} />
        </FilterForm>
        {essentials.length === 0
          ? <p>Nothing is written down as essential yet. <Link to={`/roles/${goal.id}`}>Read about {goal.name}</Link></p>
          : <div className="panel"><AskedTable rows={essentials} data={data} caption={`${whose} claimed levels; a tick means confirmed by a manager. ${goal.essential.met} of ${goal.essential.total} essentials met.`} /></div>}
        {desirables.length > 0 && (
          <details>
            <summary>Good to have, {goal.desirable.met} of {goal.desirable.total} met</summary>
            <div className="panel"><AskedTable rows={desirables} data={data} caption="These help; none of them is needed to be ready." /></div>
          </details>
        )}
      </Section>
      <SkillsPicture goal={goal} mine={mine} name={person.name} />
    </>
  );
}
