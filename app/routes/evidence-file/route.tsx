import type { LoaderFunctionArgs } from '@remix-run/node';
import { EvidenceFileParams } from '#app/features/evidence/input.server.ts';
import { getEvidenceFile } from '#app/features/evidence/queries.server.ts';
import { requireActor } from '#app/server/actor.server.ts';
import { download } from '#app/server/download.server.ts';
import { parseParams } from '#app/server/form.server.ts';

/** A file that somebody gave as evidence, to be saved; no page. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const { id, evidence } = parseParams(args, EvidenceFileParams);
  const { readDb, clock } = args.context;
  return download(await getEvidenceFile(readDb, actor, clock.today(), { person: id, evidence }));
}
