import { existsSync } from 'node:fs';
import { backup } from '#db/backup.server.ts';
import { exit, readArguments, runTool, wrongUse } from './session.ts';

const usage = `npm run backup -- [file]

Writes everything in the database, as it is at one moment, to a file (default: deskpath-<today>.backup.gz).
It holds personal data: keep it as you keep the database. An existing file is not overwritten.`;

const { positionals } = readArguments(usage, { allowPositionals: true });
if (positionals.length > 1) wrongUse(usage, 'Name one file.');

await runTool('organisation', async ({ database, call }) => {
  const path = positionals[0] ?? `deskpath-${call.clock.today()}.backup.gz`;
  if (existsSync(path)) {
    console.log(`${path} is there already. Name another file, or move it away.`);
    return exit.refused;
  }
  const { tables } = await backup(database.db, path);
  console.log(`${path}: ${tables.reduce((sum, { rows }) => sum + rows, 0)} rows of ${tables.length} tables.`);
  return exit.done;
});
