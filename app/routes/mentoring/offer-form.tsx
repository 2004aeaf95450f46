import { Link } from '@remix-run/react';
import { mentorLevel } from '#app/domain/plan.ts';
import type { MentoringPage } from '#app/features/plans/queries/mentoring.server.ts';
import { CheckboxGroup } from '#app/ui/choices.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { Checkbox, TextField } from '#app/ui/fields.tsx';
import { Form, SubmitButton } from '#app/ui/form.tsx';
import { levelText } from '#app/ui/level.tsx';
import { useSentIntent } from '#app/ui/sent-form.ts';

/** The skills at 4 or above to choose from, and the own role. What was typed comes back though there is nothing to offer any more. */
export function OfferForm({ data: { skills, note, guide, guideNote, post, seen, person } }: { data: MentoringPage }) {
  const able = skills.filter(({ level }) => level !== null && level >= mentorLevel);
  const hidden = skills.filter(({ level, offered }) => offered && (level === null || level < mentorLevel));
  const sent = useSentIntent() === 'offer';
  if (able.length === 0 && post === null && !sent) {
    return <Empty kind="nothing" title="Nothing to offer yet">Skills at 4 or 5 can be offered, and a role once it is confirmed. <Link to={`/people/${person.id}/skills`}>Rate your skills</Link></Empty>;
  }
  return (
    <Form intent="offer" defaults={{ skills: able.filter(({ offered }) => offered).map(({ id }) => id), note: note ?? undefined, guide: guide ? 'on' : undefined, guideNote: guideNote ?? undefined }}>
      <input type="hidden" name="seen" value={seen} />
      {able.length > 0
        ? <CheckboxGroup name="skills" legend="I am happy to be asked about" optional options={able.map(({ id, name, level, confirmed }) => ({ value: id, label: name, hint: `${levelText(level)}${confirmed ? ', confirmed' : ''}` }))} />
        : <p className="muted">You are at 4 or above in no skill yet, so there is none to offer.</p>}
      {(able.length > 0 || sent) && <TextField name="note" label="How to ask me" hint="For example: Tuesdays after lunch, or by chat." optional />}
      {hidden.length > 0 && <p className="hint">No longer shown, as you are below 4 now: {hidden.map(({ name }) => name).join(', ')}. Saving takes them back.</p>}
      {post && <Checkbox name="guide" label={`Ask me about my role: ${post.role}`} hint="For colleagues who plan to come here: what the day is like, how you got there." />}
      {(post || sent) && <TextField name="guideNote" label="A word about it" optional />}
      <SubmitButton>Save what I offer</SubmitButton>
    </Form>
  );
}
