import { Link } from '@remix-run/react';
import type { AskView } from '#app/features/ratings/queries/asked.server.ts';
import { LevelPicker } from '#app/ui/choices.tsx';
import { TextArea } from '#app/ui/fields.tsx';
import { Form, SubmitButton } from '#app/ui/form.tsx';
import { longDate } from '#app/ui/format.ts';
import { levelText } from '#app/ui/level.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/page.tsx';
import { useSentForm, useStaleValues } from '#app/ui/sent-form.ts';

type ClosedAsk = NonNullable<AskView['closed']>;

/** What became of a question that is no longer open; what was said can be corrected for a day, and what was being said meanwhile is kept. */
export function Closed({ closed, view }: { closed: ClosedAsk; view: AskView }) {
  const sent = useSentForm()?.initialValue ?? {};
  const typed = sent['note'] ?? sent['reply'];
  const person = view.person.name;
  const words = {
    withdrawn: `${person} withdrew this question on ${longDate(closed.on)}. There is nothing left to do.`,
    declined: `You said on ${longDate(closed.on)} that you would rather not say.`,
    rated: `You answered on ${longDate(closed.on)}: ${levelText(closed.level)}. Thank you.`,
  };
  return (
    <>
      <Notice tone="calm">{words[closed.answer]}</Notice>
      {closed.correct
        ? <CorrectForm correct={closed.correct} view={view} sent={sent['intent'] === 'say' ? sent : undefined} />
        : typeof typed === 'string' && <Section title="What you had written" panel><p className="typed">{typed}</p></Section>}
      <p><Link to="/asked">See what else is asked of you</Link></p>
    </>
  );
}

/** Second thoughts, within 24 hours. An answer that came too late, after another one, is what the form begins with. */
function CorrectForm({ correct: { level, note, version }, view: { person, skill }, sent }: { correct: NonNullable<ClosedAsk['correct']>; view: AskView; sent: Record<string, unknown> | undefined }) {
  const stale = useStaleValues();
  return (
    <Section title="On second thoughts">
      {stale && <Notice tone="close">Meanwhile it says: {levelText(level)}{note && <>; note: “{note}”</>}. What you typed is still below; send it again to put it in that place.</Notice>}
      <Form intent="correct" key={version} defaults={sent ?? { level, note: note ?? undefined }} className="form wide">
        <input type="hidden" name="version" value={version} />
        <p>This replaces what you said; its first version stays in the audit trail. It can be done for 24 hours.</p>
        <LevelPicker name="level" legend={`Which sentence fits what you see in ${person.name}’s work?`} levels={skill.levels} />
        <TextArea name="note" label="A note" optional rows={3} />
        <SubmitButton quiet>Save the correction</SubmitButton>
      </Form>
    </Section>
  );
}
