import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type Access, findActor } from './actor.server.ts';
import type { AppContext } from './context.server.ts';
import { takeNotice } from './respond.server.ts';

/** What every page knows. */
export interface RootState {
  /** `asked`: how many questions about levels wait for this person's answer. */
  actor: { name: string; personId: number | null; access: readonly Access[]; leads: boolean; asked: number } | null;
  /** True in the demonstration organisation: a banner says so. */
  demo: boolean;
  /** What the last form did, shown once. */
  notice: string | null;
  /** The idempotency key of the forms on this page. */
  formKey: string;
  nonce: string;
  /** The request's id as it stands in the log: what an error page tells people to quote. */
  reference: string;
}

/** The root loader's data, and the headers to send with it: `const { state, headers } = await rootState(args); return data(state, { headers })`. */
export async function rootState(args: { request: Request; context: AppContext }): Promise<{ state: RootState; headers: Headers }> {
  const actor = await findActor(args);
  const { readDb, clock } = args.context;
  const organisation = await readDb.selectFrom('organisation').select('mode')
    .select(sql<number>`(select count(*)::int from open_asks(${actor?.personId ?? null}::int, ${clock.today()}::date))`.as('asked'))
    .executeTakeFirst();
  const { notice, clear } = takeNotice(args.request);
  const headers = new Headers();
  if (clear) headers.append('Set-Cookie', clear);
  const state: RootState = {
    actor: actor && { name: actor.name, personId: actor.personId, access: actor.access, leads: actor.leads, asked: organisation?.asked ?? 0 },
    demo: organisation?.mode === 'demonstration',
    notice,
    formKey: randomUUID(),
    nonce: args.context.nonce,
    reference: args.context.requestId,
  };
  return { state, headers };
}
