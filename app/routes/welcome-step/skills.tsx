import { Link } from '@remix-run/react';
import { LevelPicker } from '#app/ui/choices.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { ButtonForm, Form, SubmitButton } from '#app/ui/form.tsx';
import { plural } from '#app/ui/format.ts';
import { Level } from '#app/ui/level.tsx';
import { LevelKeys } from '#app/ui/level-keys.tsx';
import type { StepPage } from './page.server.ts';

export type SkillsPage = Extract<StepPage, { of: 'skills' }>;

/** One skill, its five sentences, and nothing else; when none is left to ask about, what has been said. */
export function Skills({ page }: { page: SkillsPage }) {
  const { skill } = page;
  if (!skill) return <SoFar page={page} />;
  return (
    <>
      <p className="lede">{skill.description}</p>
      <LevelKeys>
        <Form intent="rate" id={`rate-${skill.id}`} key={skill.id} defaults={{ level: skill.held ?? undefined }} className="form wide">
          <input type="hidden" name="skill" value={skill.id} />
          <LevelPicker name="level" legend="Which sentence fits what you do today?" levels={skill.levels} hint={<span className="only-script max-sm:hidden">Keys 1 to 5 choose, Enter saves and goes on.</span>} />
          <SubmitButton>Save and go on</SubmitButton>
        </Form>
      </LevelKeys>
      <div className="mt-3"><ButtonForm intent="pass" fields={{ skill: skill.id }} label="I cannot say" about={`at which level I know ${skill.name}`} /></div>
      <p className="muted small mt-3">{skill.left === 0 ? 'This is the last one here.' : `${plural(skill.left, 'skill', 'skills')} after this one.`} Not rated is not the same as low: leave out what you cannot judge.</p>
    </>
  );
}

function SoFar({ page: { soFar, role, step, chosen } }: { page: SkillsPage }) {
  const own = step === 'skills';
  if (soFar.length === 0) {
    return (
      <Empty kind="nothing" title="There is nothing to ask here" action={<ButtonForm intent="go-on" label="Go on" primary />}>
        {own ? (role ? `The catalogue names no essential skill for ${role.name} yet.` : 'Without a role there are no skills to ask about.') : chosen.length === 0 ? 'You have chosen no next role.' : 'These roles ask for no other skills than yours does.'}
      </Empty>
    );
  }
  return (
    <>
      <p className="lede">Nothing is left to ask here. Look at one again if you like.</p>
      <ul className="plain rows tight panel mb-6">
        {soFar.map(({ id, name, level }) => <li key={id} className="row-tag"><Link to={`?skill=${id}`}>{name}</Link><Level value={level} /></li>)}
      </ul>
      <ButtonForm intent="go-on" label="Go on" primary />
    </>
  );
}
