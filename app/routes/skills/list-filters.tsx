import type { SkillsView } from '#app/features/ratings/queries/skills.server.ts';
import { FilterForm, FilterSelect, FilterWords } from '#app/ui/filters.tsx';
import { kindName, kindOptions } from '#app/ui/skill-words.ts';

const shows = { asked: 'Asked by the role', 'not-rated': 'Not rated', waiting: 'Waiting to be confirmed', stale: 'Confirm again', unused: 'Not used for long' };

/** Which role to hold the skills against, and which of them to show; all of it is in the address. */
export function ListFilters({ role, roles, filters, own }: SkillsView) {
  const chosen = roles.find(({ id }) => id === filters.role);
  const words = [
    ...(chosen ? [{ label: `Beside ${chosen.name}`, name: 'role' }] : []),
    ...(filters.kind ? [{ label: kindName(filters.kind), name: 'kind' }] : []),
    ...(filters.show ? [{ label: shows[filters.show], name: 'show' }] : []),
  ];
  const current = role?.current ? `${own ? 'Your' : 'The'} current role: ${role.name}` : `${own ? 'Your' : 'The'} current role`;
  return (
    <div className="stack">
      <FilterForm label="Which skills">
        <FilterSelect label="Beside what this role asks" name="role" value={filters.role} blank={current} options={roles.map(({ id, name }) => ({ value: id, label: name }))} />
        <FilterSelect label="Kind" name="kind" value={filters.kind} blank="All kinds" options={kindOptions(['technical', 'process', 'behaviour', 'knowledge', 'leadership'])} />
        <FilterSelect label="Show" name="show" value={filters.show} blank="All skills" options={Object.entries(shows).map(([value, label]) => ({ value, label }))} />
      </FilterForm>
      <FilterWords words={words} />
    </div>
  );
}
