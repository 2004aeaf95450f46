import { Link } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import { useDomId } from '#app/ui/dom-id.ts';
import { levelText } from '#app/ui/level.tsx';

type Option = { value: string; label: string };
type RowProps = { place: number; skills: readonly { id: string; name: string }[]; skill: string; level: number; removeTo: string | null };

const levelOptions = [1, 2, 3, 4, 5].map((level) => ({ value: String(level), label: levelText(level) }));

/** One line of a search: a skill and the level it is asked at. The blank one is for the next. */
export function SkillRow({ place, skills, skill, level, removeTo }: RowProps) {
  return (
    <div className="filter-row">
      <span className="muted small w-7 max-[700px]:hidden" aria-hidden="true">{place === 1 ? '' : 'and'}</span>
      <Choice wide label={`Skill ${place}`} name="skill[]" value={skill} options={[{ value: '', label: place === 1 ? 'Choose a skill' : 'Another skill' }, ...skills.map(({ id, name }) => ({ value: id, label: name }))]} />
      <span className="muted small max-[700px]:hidden" aria-hidden="true">at least</span>
      <Choice label={`Skill ${place} at least`} name="level[]" value={String(level)} options={levelOptions} />
      <span className="min-w-14">{removeTo !== null && <Link to={removeTo} preventScrollReset>Remove<span className="visually-hidden"> skill {place}</span></Link>}</span>
    </div>
  );
}

/** A select that follows the address and yet keeps the keyboard's focus while it does. */
function Choice({ label, name, value, options, wide = false }: { wide?: boolean; label: string; name: string; value: string; options: readonly Option[] }) {
  const id = useDomId();
  const select = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    if (select.current) select.current.value = value;
  }, [value]);
  return (
    <div className={wide ? 'max-[700px]:col-span-2' : undefined}>
      <label htmlFor={id} className="visually-hidden">{label}</label>
      <select ref={select} id={id} name={name} defaultValue={value} className="control">
        {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
      </select>
    </div>
  );
}
