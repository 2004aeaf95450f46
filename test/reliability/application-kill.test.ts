import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDemonstration } from '#seeds/demo/load.ts';
import { openDatabase } from '#db/connection.server.ts';
import { startApplication, type Application } from '#test/support/application.ts';
import { onServer, testDatabase, type TestDatabase } from '#test/support/database.ts';

const writes = 1000;
const kills = 4;

let server: TestDatabase | null = null;
let application: Application;
let dataDir: string | undefined;

beforeAll(async () => {
  if (onServer) {
    server = await testDatabase();
    await loadDemonstration(server.db, new Date().toISOString().slice(0, 10));
    application = await again();
  } else {
    application = await startApplication({ demonstration: true });
    dataDir = application.dataDir;
  }
});
afterAll(async () => {
  await application.stop();
  await server?.close();
});

/** The application on the same data, as somebody would start it after a crash. */
function again(): Promise<Application> {
  return startApplication(server ? { dataDir: '/nonexistent', env: { DATABASE_URL: server.url ?? '' } } : { dataDir: dataDir ?? '' });
}

async function signIn(): Promise<{ cookie: string; path: string }> {
  const send = (path: string, init: RequestInit) => fetch(`${application.origin}${path}`, { redirect: 'manual', ...init });
  const signedIn = await send('/login', { method: 'POST', headers: { Origin: application.origin }, body: new URLSearchParams({ intent: 'demonstration', as: 'technician', redirectTo: '/' }) });
  const cookie = signedIn.headers.getSetCookie().map((one) => one.split(';', 1)[0]).join('; ');
  const home = await send('/', { headers: { Cookie: cookie } });
  const person = /\/people\/\d+/.exec(home.headers.get('Location') ?? '')?.[0];
  if (!person) throw new Error(`Signing in led nowhere: ${signedIn.status}, ${home.status} ${home.headers.get('Location')}`);
  return { cookie, path: `${person}/conversation` };
}

/** Sends the form numbered `index`; true once it is acknowledged, false when no answer came. */
async function send(session: { cookie: string; path: string }, index: number, key: string): Promise<boolean> {
  const body = new URLSearchParams({ intent: 'state', wish: 'unsure', note: `write ${index}`, key });
  const answer = await fetch(`${application.origin}${session.path}`, { method: 'POST', redirect: 'manual', headers: { Origin: application.origin, Cookie: session.cookie }, body }).catch(() => null);
  if (answer === null || answer.status >= 500) return false;
  expect(answer.status).toBe(303);
  return true;
}

describe(`kill -9 of the application during ${writes} writes`, () => {
  it('loses no acknowledged write and doubles none, even where the same form is sent again after the crash', async () => {
    let session = await signIn();
    const keys = Array.from({ length: writes }, () => randomUUID());
    const unanswered = new Set(keys.keys());
    for (let round = 0; unanswered.size > 0 && round < kills + 5; round++) {
      // The first rounds are cut off somewhere in the middle; then whoever got no answer sends the same form again.
      let answered = 0;
      const goal = round >= kills ? Infinity : Math.floor(writes / (kills + 1));
      let killed: Promise<void> | null = null;
      const waiting = [...unanswered];
      const worker = async () => {
        for (let index = waiting.shift(); index !== undefined && !killed; index = waiting.shift()) {
          if (await send(session, index, keys[index] ?? '')) {
            unanswered.delete(index);
            answered += 1;
          }
          if (answered >= goal) killed ??= application.kill();
        }
      };
      await Promise.all(Array.from({ length: 4 }, worker));
      if (!killed) continue;
      await killed;
      application = await again();
      session = await signIn();
    }
    expect(unanswered.size).toBe(0);
    const kept = await keptNotes();
    expect(kept.length).toBe(writes);
    expect(new Set(kept).size).toBe(writes);
  });
});

async function keptNotes(): Promise<string[]> {
  await application.kill();
  const database = server ?? await openDatabase({ dataDir: dataDir ?? '' });
  const rows = await database.db.selectFrom('wishes').select('note').where('note', 'like', 'write %').execute();
  if (!server) await database.close();
  return rows.flatMap(({ note }) => note ?? []);
}
