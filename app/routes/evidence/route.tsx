import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { EvidenceForm, EvidenceParams, EvidenceSearch } from '#app/features/evidence/input.server.ts';
import { getEvidence } from '#app/features/evidence/queries.server.ts';
import { requireActor } from '#app/server/actor.server.ts';
import { callOf } from '#app/server/command.server.ts';
import { parseParams, parseSearch, readForm, refusal } from '#app/server/form.server.ts';
import { redirectWithNotice } from '#app/server/respond.server.ts';
import { Grid, PageHeader } from '#app/ui/page.tsx';
import { titled } from '#app/ui/title.ts';
import { carryOut } from './act.server.ts';
import { AddForm } from './add-form.tsx';
import { ChangePiece } from './change-piece.tsx';
import { Pieces } from './pieces.tsx';

export const handle = titled<typeof loader>(({ own, person, changing }) => [
  ...(changing ? ['Change a piece'] : []), own ? 'Your evidence' : 'Evidence', ...(own ? [] : [person.name]), 'Skills',
]);

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const { id } = parseParams(args, EvidenceParams);
  const { readDb, clock } = args.context;
  return getEvidence(readDb, actor, clock.today(), id, parseSearch(args, EvidenceSearch));
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const { id } = parseParams(args, EvidenceParams);
  const form = await readForm(args, EvidenceForm);
  if (!form.ok) return form.response;
  const result = await carryOut(callOf(args, actor, form.key), id, form.value);
  return result.done ? redirectWithNotice(`/people/${id}/evidence`, result.value) : refusal(form, result);
}

/** After a refusal too: a rating may just have been put on a piece. */
export const shouldRevalidate = () => true;

export default function Evidence() {
  const view = useLoaderData<typeof loader>();
  const { person, own, changing } = view;
  if (changing) return <ChangePiece view={view} changing={changing} />;
  const words = own ? 'What shows that you can do what you say: work you did, in words, links or files.' : `What ${person.name} gave as evidence: work done, in words, links or files.`;
  return (
    <>
      <PageHeader
        title={own ? 'Your evidence' : `Evidence of ${person.name}`}
        eyebrow={<><Link to={`/people/${person.id}/skills`}>{own ? 'Your skills' : `Skills of ${person.name}`}</Link>{own && <> · <Link to={`/people/${person.id}/tickets`}>Your tickets</Link></>}</>}
      />
      <p className="lede">{words} One piece may show several skills. {own ? 'You and the managers above you read it' : 'The person and the managers above read it'}; colleagues and recruiters never do.</p>
      {own ? <Grid main={<Pieces view={view} />} side={<AddForm view={view} />} /> : <Pieces view={view} />}
    </>
  );
}
