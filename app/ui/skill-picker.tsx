import type { SkillKind } from '#app/domain/skill.ts';
import { useChoices } from './choices.tsx';
import { FieldProblem } from './fields.tsx';
import { plural } from './format.ts';
import { kindName } from './skill-words.ts';

type Group = { kind: SkillKind; skills: readonly { id: string; name: string }[] };
type PickerProps = { name: string; legend: string; hint?: string; groups: readonly Group[] };

/** Any number of the catalogue's skills, kind by kind; the kinds in which some are chosen are open. */
export function SkillPicker({ name, legend, hint, groups }: PickerProps) {
  const { field, chosen } = useChoices(name);
  const notes = [hint ? field.descriptionId : '', field.errors?.length ? field.errorId : ''].filter(Boolean).join(' ');
  return (
    <fieldset className="pick" aria-describedby={notes || undefined}>
      <legend>{legend}</legend>
      {hint && <p className="hint" id={field.descriptionId}>{hint}</p>}
      <FieldProblem field={field} />
      {groups.map(({ kind, skills }, index) => {
        const taken = skills.filter(({ id }) => chosen.includes(id)).length;
        return (
          <details key={kind} open={taken > 0}>
            <summary id={index === 0 ? field.id : undefined}>{kindName(kind)} <span className="muted">({plural(skills.length, 'skill', 'skills')}{taken > 0 && `, ${taken} chosen`})</span></summary>
            <div className="pick compact mt-2">
              {skills.map((skill) => (
                <label key={skill.id} className="pick-card">
                  <input className="tick" type="checkbox" name={field.name} value={skill.id} defaultChecked={chosen.includes(skill.id)} />
                  <span className="pick-title">{skill.name}</span>
                </label>
              ))}
            </div>
          </details>
        );
      })}
    </fieldset>
  );
}
