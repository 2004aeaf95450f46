import { Select, TextField } from '#app/ui/fields.tsx';
import { Form, SubmitButton } from '#app/ui/form.tsx';

type Props = {
  token: string;
  timeZone: string;
  timeZones: readonly { group: string; options: readonly { value: string; label: string }[] }[];
};

/** The organisation and its first administrator. */
export function OrganisationForm({ token, timeZone, timeZones }: Props) {
  return (
    <Form intent="begin" defaults={{ timeZone }}>
      <input type="hidden" name="token" value={token} />
      <TextField name="organisation" label="Name of the organisation" autoComplete="organization" />
      <Select name="timeZone" label="Time zone" options={timeZones} hint="Decides which day it is: dates of conversations and appointments follow it." />
      <TextField name="name" label="Your name" autoComplete="name" />
      <TextField name="signInName" label="Sign-in name" autoComplete="username" width="medium" hint="For example your e-mail address." />
      <TextField name="password" label="Password" type="password" autoComplete="new-password" width="medium" hint="At least 8 characters, better 15: a few words in a row are easy to remember." />
      <SubmitButton>Set up</SubmitButton>
    </Form>
  );
}
