import { TextField } from '#app/ui/fields.tsx';
import { Form, SubmitButton } from '#app/ui/form.tsx';

/** Sign-in name and password; `quiet` where something else on the page comes first. */
export function PasswordForm({ redirectTo, quiet = false }: { redirectTo: string; quiet?: boolean }) {
  return (
    <Form intent="password">
      <input type="hidden" name="redirectTo" value={redirectTo} />
      <TextField name="name" label="Sign-in name" autoComplete="username" width="medium" />
      <TextField name="password" label="Password" type="password" autoComplete="current-password" width="medium" />
      <SubmitButton quiet={quiet}>Sign in</SubmitButton>
      <p className="muted small">No password yet, or forgotten? Whoever runs Deskpath here can send you a link to choose one.</p>
    </Form>
  );
}
