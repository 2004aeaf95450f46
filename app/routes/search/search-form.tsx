import { FilterCheck, FilterForm, FilterSelect } from '#app/ui/filters.tsx';
import { plural } from '#app/ui/format.ts';
import { searchAddress, withoutCondition, type SearchData } from './address.ts';
import { SkillRow } from './skill-row.tsx';

const rowsAtMost = 6;
const usualLevel = 3;
const years = [1, 2, 3, 4, 5, 7, 10, 15, 20];

/** What to look for; all of it is in the address. There is always one more line for a skill, up to six. */
export function SearchForm({ data: { criteria, options, target } }: { data: SearchData }) {
  const rows = criteria.skills.length < rowsAtMost ? [...criteria.skills, { skill: '', level: usualLevel }] : criteria.skills;
  const named = (list: readonly { id: string; name: string }[]) => list.map(({ id, name }) => ({ value: id, label: name }));
  const offered = criteria.years === undefined || years.includes(criteria.years) ? years : [...years, criteria.years].sort((a, b) => a - b);
  return (
    <div className="panel">
      <FilterForm label="Search" className="grid gap-4 [&>button]:justify-self-start">
        <div className="grid gap-2.5">
          {rows.map(({ skill, level }, index) => (
            <SkillRow key={index} place={index + 1} skills={options.skills} skill={skill} level={level}
              removeTo={skill === '' ? null : searchAddress(withoutCondition(criteria, { kind: 'skill', skill }), target?.id, false)} />
          ))}
        </div>
        <div className="filters">
          <FilterSelect label="Role" name="role" value={criteria.role} blank="Any role" options={named(options.roles)} />
          <FilterSelect label="Family" name="family" value={criteria.family} blank="Any family" options={named(options.families)} />
          <FilterSelect label="Time in role" name="years" value={criteria.years} blank="Any time" options={offered.map((count) => ({ value: count, label: `At least ${plural(count, 'year', 'years')}` }))} />
          <FilterSelect label="Certificate" name="certificate" value={criteria.certificate} blank="Any or none" options={named(options.certifications)} />
          <FilterSelect label="How ready for" name="for" value={target?.id} blank="No role" options={named(options.roles)} />
        </div>
        <div className="cluster">
          <FilterCheck label="Open to moves" name="open" checked={criteria.open} />
          <FilterCheck label="Confirmed levels only" name="confirmed" checked={criteria.confirmed} />
        </div>
      </FilterForm>
    </div>
  );
}
