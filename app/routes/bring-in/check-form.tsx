import type { ReactNode } from 'react';
import { Checkbox, DateField, Select, TextField } from '#app/ui/fields.tsx';
import { ButtonForm, Form, SubmitButton } from '#app/ui/form.tsx';
import { educationLevelOptions } from '#app/ui/history-words.ts';
import { levelText } from '#app/ui/level.tsx';
import { Grid, Section } from '#app/ui/page.tsx';
import { useSentForm } from '#app/ui/sent-form.ts';
import { Tag } from '#app/ui/tag.tsx';
import type { loader } from './route.tsx';

export type Draft = NonNullable<Awaited<ReturnType<typeof loader>>['draft']>;
type Proposal = Draft['proposal'];

const levelOptions = ([1, 2, 3, 4, 5] as const).map((level) => ({ value: level, label: levelText(level) }));
const fluencyOptions = [{ value: 'basic', label: 'Basic' }, { value: 'working', label: 'Working' }, { value: 'fluent', label: 'Fluent' }];

/** The second step: what the file would add, each row to be taken, changed or left out. */
export function CheckForm({ draft }: { draft: Draft }) {
  const { proposal, version } = draft;
  const nothing = [proposal.work, proposal.education, proposal.certificates, proposal.skills, proposal.languages].every((rows) => rows.length === 0);
  return (
    <>
      <p className="lede">From {draft.fileName}. Ticked rows are added when you press the button at the end; until then nothing is written to your record. <a href="#left-out">What is left out, and why</a></p>
      <Grid
        main={nothing ? <p>There is nothing in this file that Deskpath has a place for.</p> : (
          <Form intent="bring-in" key={version} defaults={defaultsOf(proposal)}>
            <input type="hidden" name="draft" value={version} />
            <Work draft={draft} />
            <Part title="Education" rows={proposal.education} name="education">
              {(at) => (
                <>
                  <Select name={`education[${at}].level`} label="Level" options={educationLevelOptions} blank="Choose a level" />
                  <TextField name={`education[${at}].subject`} label="Subject" optional />
                  <TextField name={`education[${at}].institution`} label="School or institution" optional />
                  <DateField name={`education[${at}].finishedOn`} label="Finished on" hint="Empty while it goes on" optional />
                </>
              )}
            </Part>
            <Part title="Certificates" rows={proposal.certificates} name="certificates">
              {(at) => (
                <>
                  <Select name={`certificates[${at}].certification`} label="Certificate of the catalogue" options={draft.certifications} blank="None of these: keep its name" />
                  <TextField name={`certificates[${at}].name`} label="Name" hint="Kept when it is none of the catalogue" optional />
                  <DateField name={`certificates[${at}].issuedOn`} label="Issued on" />
                  <DateField name={`certificates[${at}].expiresOn`} label="Last valid day" hint="Empty when it does not end, or ends as usual" optional />
                </>
              )}
            </Part>
            <Part title="Skills" rows={proposal.skills} name="skills" open>
              {(at, { skill }) => (
                <>
                  <input type="hidden" name={`skills[${at}].skill`} value={skill} />
                  <Select name={`skills[${at}].level`} label="Your level" options={levelOptions} blank="Choose a level" />
                </>
              )}
            </Part>
            <Part title="Languages" rows={proposal.languages} name="languages" open>
              {(at, { language }) => (
                <>
                  <input type="hidden" name={`languages[${at}].language`} value={language} />
                  <Select name={`languages[${at}].fluency`} label="You can support people in it" options={fluencyOptions} blank="Choose one" />
                </>
              )}
            </Part>
            <SubmitButton>Add the ticked rows to my record</SubmitButton>
          </Form>
        )}
        side={<LeftOut leftOut={proposal.leftOut} />}
      />
      <div className="mt-6"><ButtonForm intent="discard" label="Throw this file away" /></div>
    </>
  );
}

function Work({ draft }: { draft: Draft }) {
  return (
    <Part title="Roles" rows={draft.proposal.work} name="work">
      {(at, { ours }) => (
        <>
          {ours && <input type="hidden" name={`work[${at}].ours`} value="on" />}
          {ours ? <Select name={`work[${at}].role`} label={`Role at ${draft.organisation}`} options={draft.roles} blank="Choose a role" /> : (
            <>
              <TextField name={`work[${at}].roleName`} label="Role there" />
              <TextField name={`work[${at}].employer`} label="Employer" />
              <Select name={`work[${at}].family`} label="Counts as experience in" options={draft.families} blank="No family: it counts for none" />
            </>
          )}
          <DateField name={`work[${at}].startedOn`} label="First day" />
          <DateField name={`work[${at}].endedOn`} label="Last day" hint="Empty while it goes on" optional />
        </>
      )}
    </Part>
  );
}

type Row = { title: string; known: boolean; take: boolean; notes: readonly string[] };

/** Rows of one kind; what can be changed of a row is folded away unless it has to be looked at. */
function Part<R extends Row>({ title, rows, name, open = false, children }: { title: string; rows: readonly R[]; name: string; open?: boolean; children: (at: number, row: R) => ReactNode }) {
  // When the form has come back, the row with the fault may be any of them.
  const cameBack = useSentForm() !== undefined;
  if (rows.length === 0) return null;
  return (
    <Section title={title}>
      <ul className="plain rows panel">
        {rows.map((row, at) => (
          <li key={at} className="row-tag">
            <fieldset className="pick row-full">
              <legend className="visually-hidden">{row.title}</legend>
              <Checkbox name={`${name}[${at}].take`} label={<>Add {row.title}{row.known && <> <Tag tone="met" shape="check">Known</Tag></>}</>} />
              {row.notes.length > 0 && <ul className="plain muted small">{row.notes.map((note) => <li key={note}>{note}</li>)}</ul>}
              <details open={cameBack || ((open || !row.take) && !row.known)}>
                <summary>{open ? 'Level' : 'Details, to change'}<span className="visually-hidden"> of {row.title}</span></summary>
                <div className="stack mt-3">{children(at, row)}</div>
              </details>
            </fieldset>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function LeftOut({ leftOut }: { leftOut: Proposal['leftOut'] }) {
  return (
    <Section title="Left out, and why" id="left-out" panel>
      {leftOut.length === 0 ? <p className="muted">Nothing: everything in the file has a place here.</p> : (
        <ul className="plain stack small">
          {leftOut.map(({ what, why }) => <li key={why}>{what.map((one) => <strong key={one} className="block">{one}</strong>)}{why}</li>)}
        </ul>
      )}
    </Section>
  );
}

/** What the fields hold at first; a tick is sent as "on". */
function defaultsOf({ work, education, certificates, skills, languages }: Proposal): Record<string, unknown> {
  const ticked = <R extends Row>(rows: readonly R[]) => rows.map(({ take, ...row }) => ({ ...row, take: take ? 'on' : undefined }));
  return { work: ticked(work), education: ticked(education), certificates: ticked(certificates), skills: ticked(skills), languages: ticked(languages) };
}
