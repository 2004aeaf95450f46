import { TextField } from '#app/ui/fields.tsx';
import { Form, SubmitButton } from '#app/ui/form.tsx';
import { Section } from '#app/ui/page.tsx';

/** Changing the password needs the current one. */
export function PasswordSection({ hasPassword, signInName }: { hasPassword: boolean; signInName: string }) {
  if (!hasPassword) {
    return (
      <Section title="Sign-in">
        <p>The sign-in name of this account is <strong>{signInName}</strong>. It has no password: in the demonstration organisation one click signs in.</p>
      </Section>
    );
  }
  return (
    <Section title="Change your password">
      <p className="muted">Your sign-in name is <strong>{signInName}</strong>. A new password signs you out everywhere else.</p>
      <Form intent="change-password">
        <input type="text" name="username" value={signInName} autoComplete="username" readOnly hidden />
        <TextField name="currentPassword" label="Current password" type="password" autoComplete="current-password" width="medium" />
        <TextField name="password" label="New password" type="password" autoComplete="new-password" width="medium" hint="At least 8 characters, better 15: a few words in a row are easy to remember." />
        <SubmitButton>Change password</SubmitButton>
      </Form>
    </Section>
  );
}
