import express, { type Router } from 'express';
import type { Database } from '#db/connection.server.ts';
import { pendingMigrations } from '#db/migrate.ts';

/** For whoever keeps the process running: `/healthz` the process is alive, `/readyz` it can serve. Neither says why not. */
export function healthRoutes(database: () => Database | null): Router {
  const router = express.Router();
  router.get('/healthz', (_request, response) => void response.type('text/plain; charset=utf-8').send('ok'));
  router.get('/readyz', (_request, response) => {
    void isReady(database()).then((ready) => response.status(ready ? 200 : 503).type('text/plain; charset=utf-8').send(ready ? 'ready' : 'not ready'));
  });
  return router;
}

async function isReady(database: Database | null): Promise<boolean> {
  if (!database) return false;
  const silence = new Promise<false>((resolve) => setTimeout(resolve, 2000, false).unref());
  const answer = database.ping().then(async () => (await pendingMigrations(database.db)).length === 0, () => false);
  return Promise.race([answer.catch(() => false), silence]);
}
