import { CheckboxGroup } from './choices.tsx';
import { Checkbox, TextField } from './fields.tsx';
import { shiftOptions } from './history-words.ts';
import { Notice } from './notice.tsx';
import { useStaleValues } from './sent-form.ts';

type Availability = { openToMoves: boolean; hoursPerWeek: number | null; noticeWeeks: number | null; shifts: readonly string[]; sites: readonly number[] };

/** What the fields below begin with. */
export function availabilityDefaults({ openToMoves, hoursPerWeek, noticeWeeks, shifts, sites }: Availability): Record<string, unknown> {
  return { openToMoves: openToMoves ? 'on' : undefined, hoursPerWeek: hoursPerWeek ?? undefined, noticeWeeks: noticeWeeks ?? undefined, shifts, sites: sites.map(String) };
}

/** What somebody offers for a move. When it was changed meanwhile, what it says now stands above what was typed. */
export function AvailabilityFields({ version, sites }: { version: number; sites: readonly { id: number; name: string }[] }) {
  const stale = useStaleValues();
  return (
    <>
      {stale && <Notice tone="close">Saved meanwhile: {staleWords(stale)}. Below is what you typed; sending it again replaces that.</Notice>}
      <input type="hidden" name="version" value={stale ? Number(stale.version) : version} />
      <Checkbox name="openToMoves" label="I am open to moves" hint="A search for people who are open to moves finds you only when you show this part." />
      <TextField name="hoursPerWeek" label="Hours a week" type="number" inputMode="decimal" width="short" optional />
      <TextField name="noticeWeeks" label="Notice in weeks" type="number" width="short" optional />
      <CheckboxGroup name="shifts" legend="Shifts" options={shiftOptions} optional />
      {sites.length > 0 && <CheckboxGroup name="sites" legend="Sites" options={sites.map(({ id, name }) => ({ value: id, label: name }))} optional />}
    </>
  );
}

function staleWords({ openToMoves, hoursPerWeek, noticeWeeks, shifts, sites }: NonNullable<ReturnType<typeof useStaleValues>>): string {
  return [
    openToMoves ? 'open to moves' : 'not open to moves', `hours a week ${hoursPerWeek ?? 'not said'}`, `notice ${noticeWeeks === null ? 'not said' : `${noticeWeeks} weeks`}`,
    `shifts ${shifts || 'not said'}`, `sites ${sites || 'not said'}`,
  ].join('; ');
}
