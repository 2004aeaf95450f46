import { MoveEstimate } from '#app/ui/estimate.tsx';
import { FilterForm, FilterSelect } from '#app/ui/filters.tsx';
import { Section } from '#app/ui/page.tsx';
import { StatusTag } from '#app/ui/tag.tsx';
import type { loader } from './route.tsx';

type Data = Awaited<ReturnType<typeof loader>>;

/** How ready the person is for a role, as far as what they show goes. */
export function HowReady({ data: { roles, target, readiness } }: { data: Data }) {
  return (
    <Section title="How ready for a role" panel>
      <div className="stack">
        <FilterForm label="Choose a role">
          <FilterSelect label="Role" name="for" value={target?.id} blank="Choose a role" options={roles.map(({ id, name }) => ({ value: id, label: name }))} />
        </FilterForm>
        {target && readiness && <Judged target={target} readiness={readiness} />}
      </div>
    </Section>
  );
}

function Judged({ target, readiness }: { target: NonNullable<Data['target']>; readiness: NonNullable<Data['readiness']> }) {
  const { status, sum, atMost, essential, missing } = readiness;
  return (
    <div className="stack">
      <p><StatusTag status={status}>{status === 'unknown' ? 'Too little shown to tell' : undefined}</StatusTag> {essential.met} of {essential.total} essentials of {target.name} met.</p>
      {missing.length > 0 && <><h3>What is missing</h3><ul className="list-disc pl-5">{missing.map((text) => <li key={text}>{text}</li>)}</ul></>}
      {sum && <MoveEstimate sum={sum} atMost={atMost} />}
      <p className="muted small">An estimate from what this person shows, and no verdict: what is hidden does not count, and whole years stand in for dates.</p>
    </div>
  );
}
