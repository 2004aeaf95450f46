import { existsSync } from 'node:fs';
import { restore } from '#db/backup.server.ts';
import { exit, readArguments, runTool, wrongUse } from './session.ts';

const usage = `npm run restore -- file

Puts a backup into an empty installation: one that holds no people and no accounts. All or nothing.`;

const { positionals } = readArguments(usage, { allowPositionals: true });
const [path, ...others] = positionals;
if (path === undefined || others.length > 0) wrongUse(usage, 'Name one file.');
if (!existsSync(path)) wrongUse(usage, `There is no file ${path}.`);

await runTool('nothing', async ({ database }) => {
  const { takenAt, tables } = await restore(database.db, path);
  console.log(`Put back: ${tables.reduce((sum, { rows }) => sum + rows, 0)} rows of ${tables.length} tables, as they were at ${takenAt}.`);
  return exit.done;
});
