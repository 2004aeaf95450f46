import type { ItemPage } from '#app/features/plans/queries/item.server.ts';
import { LevelPicker } from '#app/ui/choices.tsx';
import { Form, SubmitButton } from '#app/ui/form.tsx';
import { levelText } from '#app/ui/level.tsx';
import { Section } from '#app/ui/page.tsx';

/** A rating that rests on what is done, for when it was skipped at first. */
export function RateForm({ data: { rates, item } }: { data: ItemPage }) {
  if (!rates || !item) return null;
  return (
    <Section title={`Does it show in ${rates.name}?`}>
      <p>{rates.claimed ? `You say ${levelText(rates.claimed)} today.` : 'You have not rated this skill yet.'} If a sentence fits better now, say so: what you did here is its evidence.</p>
      <Form intent="rate" className="form wide">
        <input type="hidden" name="version" value={item.version} />
        <LevelPicker name="level" legend="Which sentence fits what you do today?" levels={rates.levels} />
        <SubmitButton>Rate with this as evidence</SubmitButton>
      </Form>
    </Section>
  );
}
