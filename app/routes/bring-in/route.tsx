import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { TakeParams } from '#app/features/exchange/person/taking.server.ts';
import { bringIn } from '#app/features/exchange/resume/bring-in.server.ts';
import { discardResume, getBringingIn, keepResume } from '#app/features/exchange/resume/draft.server.ts';
import { ResumeForm } from '#app/features/exchange/resume/input.server.ts';
import { requireActor } from '#app/server/actor.server.ts';
import { callOf } from '#app/server/command.server.ts';
import { parseParams, readForm, refusal } from '#app/server/form.server.ts';
import { redirectWithNotice } from '#app/server/respond.server.ts';
import { readUpload } from '#app/server/upload.server.ts';
import { PageHeader } from '#app/ui/page.tsx';
import { titled } from '#app/ui/title.ts';
import { broughtInText } from './brought-in-text.ts';
import { CheckForm } from './check-form.tsx';
import { ReadForm } from './read-form.tsx';

export const handle = titled<typeof loader>(({ draft }) => [draft ? 'Check what would be added' : 'Bring in a curriculum vitae', 'Take it with me']);

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const { id } = parseParams(args, TakeParams);
  return getBringingIn(args.context.readDb, actor, args.context.clock.today(), id);
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const { id } = parseParams(args, TakeParams);
  const form = await readForm(args, ResumeForm);
  if (!form.ok) return form.response;
  const call = callOf(args, actor, form.key);
  switch (form.value.intent) {
    case 'read': {
      const { file, text = '' } = form.value;
      const upload = file === undefined ? null : await readUpload(file);
      const result = await keepResume(call, id, upload ? { name: upload.name, text: upload.bytes.toString('utf8'), field: 'file' } : { name: 'pasted text', text, field: 'text' });
      return result.done ? redirectWithNotice(`/people/${id}/take-with-me/import`, 'Read. Nothing is written to your record before you have checked it.') : refusal(form, result);
    }
    case 'bring-in': {
      const result = await bringIn(call, id, form.value);
      return result.done ? redirectWithNotice(`/people/${id}/history`, broughtInText(result.value)) : refusal(form, result);
    }
    case 'discard': {
      const result = await discardResume(call, id);
      return result.done ? redirectWithNotice(`/people/${id}/take-with-me`, 'The file is thrown away. Nothing was written to your record.') : refusal(form, result);
    }
  }
}

/** After a refusal too: the file may just have been thrown away elsewhere. */
export const shouldRevalidate = () => true;

export default function BringIn() {
  const { id, draft } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={draft ? 'Check what would be added' : 'Bring in a curriculum vitae'} eyebrow={<Link to={`/people/${id}/take-with-me`}>Take it with me</Link>} />
      {draft ? <CheckForm draft={draft} /> : <ReadForm />}
    </>
  );
}
