import { Link } from '@remix-run/react';
import { DateField, Select, TextField } from '#app/ui/fields.tsx';
import { ButtonForm, Form, SubmitButton } from '#app/ui/form.tsx';
import { daysText, longDate } from '#app/ui/format.ts';
import { postKindName } from '#app/ui/history-words.ts';
import { Section } from '#app/ui/page.tsx';
import { StatusTag } from '#app/ui/tag.tsx';
import type { StepPage } from './page.server.ts';

export type TenurePage = Extract<StepPage, { of: 'tenure' }>;
type Post = TenurePage['posts'][number];

/** What is recorded of the person's roles, to be agreed to; or, where no role here is, the question for it. */
export function Tenure({ page }: { page: TenurePage }) {
  const { posts, today, person } = page;
  const holds = posts.some(({ main, endedOn }) => main && (endedOn === null || endedOn >= today));
  return (
    <>
      <p className="lede">{holds ? 'Everything else builds on this: which skills count for you, which roles are near, when you and your manager talk.' : 'No role that you hold here is recorded yet. Everything else builds on it.'}</p>
      {posts.length > 0 && (
        <Section title="What is recorded" panel>
          <ul className="plain rows tight">{posts.map((post) => <li key={post.id} className="row-tag"><p>{postWords(post, today)}</p><StatusTag status={post.status} /></li>)}</ul>
          <p className="small mt-3">Something is not right? <Link to={`/people/${person.id}/history`}>Correct it in your history</Link>; your manager confirms it.</p>
        </Section>
      )}
      {holds ? <div className="mt-6"><ButtonForm intent="go-on" label="This is right, go on" primary /></div> : <RoleForm page={page} />}
      <details className="mt-6">
        <summary>Add an earlier job (optional)</summary>
        <div className="mt-3"><EarlierForm page={page} /></div>
      </details>
    </>
  );
}

function RoleForm({ page: { families } }: { page: TenurePage }) {
  return (
    <Section title="Which role do you hold here?">
      <Form intent="save-appointment" id="role" className="form">
        <input type="hidden" name="with" value="us" />
        <Select name="role" label="Role" blank="Choose a role" options={families.map(({ name, roles }) => ({ group: name, options: roles.map((role) => ({ value: role.id, label: role.name })) }))} />
        <DateField name="startedOn" label="Since" hint="Your first day in this role, for example 21 November 2026" />
        <SubmitButton>Save my role</SubmitButton>
      </Form>
      <div className="mt-3"><ButtonForm intent="go-on" label="I hold none today, go on" /></div>
    </Section>
  );
}

function EarlierForm({ page: { families } }: { page: TenurePage }) {
  return (
    <Form intent="save-appointment" id="earlier" className="form">
      <input type="hidden" name="with" value="earlier" />
      <TextField name="employer" label="Employer" autoComplete="organization" />
      <TextField name="roleName" label="Role there" />
      <Select name="family" label="Which family does it belong to?" hint="Then it counts as experience in that family." blank="None of these" optional options={families.map(({ id, name }) => ({ value: id, label: name }))} />
      <DateField name="startedOn" label="First day" />
      <DateField name="endedOn" label="Last day" optional />
      <SubmitButton quiet>Add this job</SubmitButton>
    </Form>
  );
}

function postWords({ title, employer, main, kind, startedOn, endedOn }: Post, today: string): string {
  const what = employer !== null ? `${title} at ${employer}` : main ? title : `${title} (${postKindName(kind).toLowerCase()})`;
  if (endedOn !== null) return `${what}, ${daysText(startedOn, endedOn)}`;
  return `${what}, ${startedOn > today ? 'from' : 'since'} ${longDate(startedOn)}`;
}
