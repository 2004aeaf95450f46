import { useField } from '@conform-to/react';
import type { ReactNode } from 'react';
import { FieldProblem, OptionalMark } from './fields.tsx';
import { levelName } from './level.tsx';

type Choice = { value: string | number; label: ReactNode; hint?: ReactNode; example?: ReactNode };
type GroupProps = { name: string; legend: ReactNode; hint?: ReactNode; optional?: boolean };

/** A field of several choices, and those of them that are taken at first. */
export function useChoices(name: string) {
  const [field] = useField<string | string[]>(name);
  const initial: unknown = field.initialValue;
  const chosen = Array.isArray(initial) ? initial.map(String) : initial === undefined || initial === null ? [] : [String(initial as string)];
  return { field, chosen };
}

/** Choices as cards, of which one is taken; each can say what it means and give an example. */
export function RadioGroup({ options, compact = false, ...group }: GroupProps & { options: readonly Choice[]; compact?: boolean }) {
  return <ChoiceCards type="radio" options={options} compact={compact} {...group} />;
}

/** Choices as cards, of which any number is taken; `wide` gives each a line of its own, for those that say more; `more` are folded away under a summary. */
export function CheckboxGroup({ options, more, wide = false, ...group }: GroupProps & { options: readonly Choice[]; more?: { summary: string; options: readonly Choice[] }; wide?: boolean }) {
  return <ChoiceCards type="checkbox" options={options} more={more} compact={!wide} {...group} />;
}

type CardsProps = GroupProps & { type: 'radio' | 'checkbox'; options: readonly Choice[]; more?: { summary: string; options: readonly Choice[] }; compact: boolean };

function ChoiceCards({ type, name, legend, hint, optional, options, more, compact }: CardsProps) {
  const { field, chosen } = useChoices(name);
  const card = (option: Choice, id?: string) => (
    <label key={option.value} className="pick-card">
      <input className="tick" type={type} name={field.name} value={option.value} defaultChecked={chosen.includes(String(option.value))} id={id} />
      <span className="pick-title">{option.label}</span>
      {option.hint && <span className="pick-hint">{option.hint}</span>}
      {option.example && <span className="pick-example">{option.example}</span>}
    </label>
  );
  const notes = [hint ? field.descriptionId : '', field.errors?.length ? field.errorId : ''].filter(Boolean).join(' ');
  return (
    <fieldset className={compact ? 'pick compact' : 'pick'} aria-describedby={notes || undefined}>
      <legend>{legend}<OptionalMark optional={optional} /></legend>
      {hint && <p className="hint row-full" id={field.descriptionId}>{hint}</p>}
      <FieldProblem field={field} />
      {options.map((option, index) => card(option, index === 0 ? field.id : undefined))}
      {more && <details><summary>{more.summary}</summary><div className="pick-more">{more.options.map((option) => card(option))}</div></details>}
    </fieldset>
  );
}

type LevelWords = { level: number; sentence: string; example?: string | null };

/** The five levels of one skill, each with its own sentence and example, as radio cards. */
export function LevelPicker({ levels, ...group }: GroupProps & { levels: readonly LevelWords[] }) {
  const options = levels.map(({ level, sentence, example }) => ({ value: level, label: `${level} ${levelName(level)}`, hint: sentence, example }));
  return <RadioGroup options={options} {...group} />;
}
