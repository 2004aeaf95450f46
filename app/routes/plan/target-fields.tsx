import type { PlanPage } from '#app/features/plans/queries/plan.server.ts';
import { RadioGroup } from '#app/ui/choices.tsx';
import { DateField, Select } from '#app/ui/fields.tsx';
import { levelText } from '#app/ui/level.tsx';

type Choices = Pick<PlanPage, 'choices' | 'mine'>;

/** What a plan is for, and until when: a role, or a skill at a level. The styles show the fields of the one that is chosen. */
export function TargetFields({ choices: { roles, skills }, mine }: Choices) {
  const option = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });
  return (
    <>
      <RadioGroup name="for" legend="What is the plan for?" compact options={[{ value: 'role', label: 'A role' }, { value: 'skill', label: 'A skill at a level' }]} />
      <div className="when-role"><Select name="role" label="The role" blank="Choose a role" options={[
        { group: mine ? 'Next from your role' : 'Next from their role', options: roles.filter(({ next, held }) => next && !held).map(option) },
        { group: mine ? 'Your role today, to grow in it' : 'Their role today, to grow in it', options: roles.filter(({ held }) => held).map(option) },
        { group: 'Others', options: roles.filter(({ next, held }) => !next && !held).map(option) },
      ].filter((group) => group.options.length > 0)} /></div>
      <div className="when-skill">
        <Select name="skill" label="The skill" blank="Choose a skill" options={skills.map(option)} />
        <Select name="level" label="At level" blank="Choose a level" options={[1, 2, 3, 4, 5].map((level) => ({ value: level, label: levelText(level) }))} />
      </div>
      <DateField name="targetOn" label="By when" hint="A day to look forward to; it can be changed at any time." optional />
    </>
  );
}
