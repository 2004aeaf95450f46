import { CheckboxGroup } from '#app/ui/choices.tsx';
import { Checkbox, TextField } from '#app/ui/fields.tsx';
import { Form, SubmitButton } from '#app/ui/form.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/page.tsx';
import { shiftOptions } from '#app/ui/profile-words.ts';
import { useStaleValues } from '#app/ui/sent-form.ts';
import type { loader } from './route.tsx';

type Data = Awaited<ReturnType<typeof loader>>;

/** What the person offers for a move; recruiters see it only where "Open to moves" is shown. */
export function AvailabilityForm({ data: { availability, sites } }: { data: Data }) {
  const stale = useStaleValues();
  const { openToMoves, hoursPerWeek, noticeWeeks, shifts, version } = availability;
  const defaults = { openToMoves: openToMoves ? 'on' : undefined, hoursPerWeek: hoursPerWeek ?? undefined, noticeWeeks: noticeWeeks ?? undefined, shifts, sites: availability.sites.map(String) };
  return (
    <Section title="What you offer for a move">
      {stale && <Notice tone="close">Saved meanwhile: {staleWords(stale)}. Below is what you typed; sending it again replaces that.</Notice>}
      <Form intent="offer" key={version} defaults={defaults} className="form">
        <input type="hidden" name="version" value={stale ? Number(stale.version) : version} />
        <Checkbox name="openToMoves" label="I am open to moves" hint="A search for people who are open to moves finds you only when you show this part." />
        <TextField name="hoursPerWeek" label="Hours a week" type="number" inputMode="decimal" width="short" optional />
        <TextField name="noticeWeeks" label="Notice in weeks" type="number" width="short" optional />
        <CheckboxGroup name="shifts" legend="Shifts" options={shiftOptions} optional />
        {sites.length > 0 && <CheckboxGroup name="sites" legend="Sites" options={sites.map(({ id, name }) => ({ value: id, label: name }))} optional />}
        <SubmitButton quiet>Save what I offer</SubmitButton>
      </Form>
    </Section>
  );
}

function staleWords({ openToMoves, hoursPerWeek, noticeWeeks, shifts, sites }: NonNullable<ReturnType<typeof useStaleValues>>): string {
  return [
    openToMoves ? 'open to moves' : 'not open to moves', `hours a week ${hoursPerWeek ?? 'not said'}`, `notice ${noticeWeeks === null ? 'not said' : `${noticeWeeks} weeks`}`,
    `shifts ${shifts || 'not said'}`, `sites ${sites || 'not said'}`,
  ].join('; ');
}
