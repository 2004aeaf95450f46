import { useSearchParams } from '@remix-run/react';
import { RadioGroup } from '#app/ui/choices.tsx';
import { DateField, Select, TextField } from '#app/ui/fields.tsx';
import { Form, SubmitButton } from '#app/ui/form.tsx';
import { longDate, monthsText } from '#app/ui/format.ts';
import { educationLevelOptions, pauseKindOptions } from '#app/ui/history-words.ts';
import { AppointmentFields } from './appointment-fields.tsx';
import { kindOf } from './entry-words.ts';
import type { loader } from './route.tsx';

type Data = Awaited<ReturnType<typeof loader>>;

/** The form of an entry: empty for a new one, else filled with what it says. */
export function SaveForm({ data }: { data: Data }) {
  const { path, entry, decides, own, renews } = data;
  const [search] = useSearchParams();
  return (
    <Form intent={`save-${kindOf[path]}`} defaults={renews ? { certification: renews.certificationId ?? undefined, name: renews.name ?? undefined } : defaultsOf(entry, search)}>
      <input type="hidden" name="version" value={entry?.version ?? 0} />
      {path === 'appointments' && <AppointmentFields data={data} />}
      {path === 'pauses' && <PauseFields own={own} />}
      {renews && <p>Enter the new dates. {renews.title}{renews.expiresOn && `, valid until ${longDate(renews.expiresOn)},`} stays in {own ? 'your' : 'the'} history as it is.</p>}
      {path === 'certificates' && <CertificateFields choices={data.choices} />}
      {path === 'education' && <EducationFields />}
      <SubmitButton>{decides ? 'Confirm it' : !own ? 'Save as confirmed' : entry?.status === 'confirmed' ? 'Send the correction' : entry?.status === 'declined' ? 'Send it again' : 'Save'}</SubmitButton>
    </Form>
  );
}

/** A new certificate may begin with what the address says, as the plan knows which one was worked for. */
function defaultsOf(entry: Data['entry'], begin: URLSearchParams): Record<string, unknown> {
  if (!entry) return { with: 'us', kind: 'primary', certification: begin.get('certification') ?? undefined, issuedOn: begin.get('issuedOn') ?? undefined };
  const typed = (value: string | number | null) => (value === null ? undefined : String(value));
  switch (entry.of) {
    case 'appointment': {
      const { employer, roleName, kind, startedOn, endedOn, shift } = entry;
      return {
        with: employer === null ? 'us' : 'earlier', role: typed(entry.roleId), kind, employer: typed(employer), roleName: typed(roleName), family: typed(entry.familyId),
        startedOn, endedOn: typed(endedOn), team: typed(entry.teamId), site: typed(entry.siteId), shift: typed(shift),
        hoursPerWeek: typed(entry.hoursPerWeek), headcountLed: typed(entry.headcountLed),
      };
    }
    case 'pause': return { kind: entry.kind, startedOn: entry.startedOn, endedOn: typed(entry.endedOn) };
    case 'certificate': return { certification: typed(entry.certificationId), name: typed(entry.name), issuedOn: entry.issuedOn, expiresOn: typed(entry.expiresOn) };
    case 'education': return { level: entry.level, subject: typed(entry.subject), institution: typed(entry.institution), finishedOn: typed(entry.finishedOn) };
  }
}

function PauseFields({ own }: { own: boolean }) {
  return (
    <>
      <RadioGroup name="kind" legend="Why?" compact options={pauseKindOptions} hint={own ? 'Seen by you and your direct manager alone. Others see how long, never why.' : 'Seen by them and you alone. Others see how long, never why.'} />
      <DateField name="startedOn" label="First day away" />
      <DateField name="endedOn" label="Last day away" hint="Leave it empty while you do not know." optional />
    </>
  );
}

function CertificateFields({ choices }: Pick<Data, 'choices'>) {
  const options = (choices?.certifications ?? []).map(({ id, name, months }) => ({ value: id, label: months === null ? name : `${name} (valid ${monthsText(months)})` }));
  return (
    <>
      <Select name="certification" label="Certificate" blank="Not in this list" options={options} />
      <TextField name="name" label="Its name, if it is not in the list" hint="It shows in the history; only those of the list count for roles." optional />
      <DateField name="issuedOn" label="Issued on" />
      <DateField name="expiresOn" label="Last valid day" hint="As it says on the certificate. Left empty, we take what is usual for it." optional />
    </>
  );
}

function EducationFields() {
  return (
    <>
      <RadioGroup name="level" legend="Level" compact options={educationLevelOptions} />
      <TextField name="subject" label="Subject" optional />
      <TextField name="institution" label="School or university" optional />
      <DateField name="finishedOn" label="Finished on" hint="Leave it empty while it goes on; it counts once it is finished." optional />
    </>
  );
}
