import type { LoaderFunctionArgs } from '@remix-run/node';
import { TakeParams } from '#app/features/exchange/person/taking.server.ts';
import { getRecord } from '#app/features/exchange/resume/record.server.ts';
import { resumeOf } from '#app/features/exchange/resume/take-resume.ts';
import { requireActor } from '#app/server/actor.server.ts';
import { download } from '#app/server/download.server.ts';
import { parseParams } from '#app/server/form.server.ts';

/** The person's record as JSON Resume, a file; no page. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const { id } = parseParams(args, TakeParams);
  const record = await getRecord(args.context.readDb, actor, args.context.clock.today(), id);
  const resume = resumeOf(record, args.context.clock.now());
  return download({ name: 'resume.json', mediaType: 'application/json; charset=utf-8', content: `${JSON.stringify(resume, null, 2)}\n` });
}
