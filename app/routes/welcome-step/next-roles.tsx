import { Link } from '@remix-run/react';
import { CheckboxGroup } from '#app/ui/choices.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { ButtonForm, Form, SubmitButton } from '#app/ui/form.tsx';
import { StatusTag } from '#app/ui/tag.tsx';
import type { StepPage } from './page.server.ts';
import { nearnessWords } from './words.ts';

export type NextRolesPage = Extract<StepPage, { of: 'next-roles' }>;

/** Two roles to come closer to, out of those that one's own leads to; one or none will do too. */
export function NextRoles({ page: { next, chosen, role } }: { page: NextRolesPage }) {
  if (next.length === 0) {
    return (
      <Empty kind="nothing" title={role ? `No move from ${role.name} is known` : 'The start is not known yet'} action={<ButtonForm intent="go-on" label="Go on" primary />}>
        {role ? 'The catalogue ends here, people do not.' : 'With a role in your history, the roles that it leads to appear here.'} <Link to="/paths">Look round on the career map</Link>
      </Empty>
    );
  }
  return (
    <>
      <p className="lede">Choose two, one or none. It binds you to nothing and nobody else sees it: you are only asked about the skills that they need, so that your path has something true to say.</p>
      <Form intent="choose-roles" defaults={{ roles: chosen }} className="form wide">
        <CheckboxGroup name="roles" legend={`From ${role?.name ?? 'here'} people go on to`} wide options={next.map((one) => ({
          value: one.id, label: <span className="cluster">{one.name} <StatusTag status={one.status} /></span>, hint: nearnessWords(one),
        }))} />
        <SubmitButton>Save and go on</SubmitButton>
      </Form>
    </>
  );
}
