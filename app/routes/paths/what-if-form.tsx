import { Form } from '@remix-run/react';
import { useDomId } from '#app/ui/dom-id.ts';
import { levelText } from '#app/ui/level.tsx';
import type { loader } from './route.tsx';
import { Kept } from './kept.tsx';

type Data = Awaited<ReturnType<typeof loader>>;
type Option = { id: string; name: string };

const degrees = [{ id: 'associate', name: 'Associate degree or vocational diploma' }, { id: 'bachelor', name: 'Bachelor’s degree' }, { id: 'master', name: 'Master’s degree' }];
const levels = [1, 2, 3, 4, 5];
const usual = 3;

/** Adds a level, a certificate or a degree to what is assumed. It asks for a page and writes nothing. */
export function WhatIfForm({ data }: { data: Data }) {
  const { skills, certifications, assumptions } = data.whatIf;
  // With every answer the form begins anew.
  return (
    <Form key={assumptions.map(({ key }) => key).join(' ')} method="get" action="/paths" className="form" aria-label="Assume something" preventScrollReset>
      <Kept from={data.from?.id === data.ownRoleId ? undefined : data.from?.id} to={data.to?.id} family={data.family} all={data.all} assumed={assumptions.map(({ key }) => key)} />
      <div className="filters">
        <Choice label="Skill" name="skill" blank="No skill" options={skills} />
        <LevelChoice />
      </div>
      <div className="filters">
        <Choice label="Certificate" name="certificate" blank="No certificate" options={certifications} />
        <Choice label="Education" name="education" blank="No degree" options={degrees} />
        <button type="submit" className="btn quiet">Reckon with it</button>
      </div>
    </Form>
  );
}

function Choice({ label, name, blank, options }: { label: string; name: string; blank: string; options: readonly Option[] }) {
  const id = useDomId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} name={name} className="control">
        <option value="">{blank}</option>
        {options.map((option) => <option key={option.id} value={option.id}>{option.name}</option>)}
      </select>
    </div>
  );
}

function LevelChoice() {
  return (
    <fieldset className="level-choice">
      <legend>Level of the skill</legend>
      {levels.map((level) => (
        <label key={level}><input className="tick" type="radio" name="level" value={level} defaultChecked={level === usual} /> {levelText(level)}</label>
      ))}
    </fieldset>
  );
}
