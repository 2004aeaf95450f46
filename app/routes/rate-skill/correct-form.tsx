import { Link } from '@remix-run/react';
import type { SkillView } from '#app/features/ratings/queries/skill.server.ts';
import { LevelPicker } from '#app/ui/choices.tsx';
import { TextArea } from '#app/ui/fields.tsx';
import { Form, SubmitButton } from '#app/ui/form.tsx';

/** Second thoughts about one's own rating, within 24 hours. */
export function CorrectForm({ skill, person, correct }: SkillView & { correct: NonNullable<SkillView['correct']> }) {
  return (
    <Form intent="correct" defaults={{ level: correct.level, note: correct.note ?? undefined }} className="form wide">
      <input type="hidden" name="rating" value={correct.id} />
      <input type="hidden" name="version" value={correct.version} />
      <p>This replaces the rating you gave; its first version stays in the audit trail. After 24 hours, give a new rating instead.</p>
      <LevelPicker name="level" legend="Which sentence fits?" levels={skill.levels} />
      <TextArea name="note" label="A note" optional rows={2} />
      <div className="buttons">
        <SubmitButton>Save the correction</SubmitButton>
        <Link to={`/people/${person.id}/skills/${skill.id}`}>Leave it as it is</Link>
      </div>
    </Form>
  );
}
