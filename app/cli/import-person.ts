import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { importPerson } from '#app/features/exchange/person/import-person.server.ts';
import { exit, readArguments, runTool, wrongUse } from './session.ts';

const usage = `npm run import:person -- me.json [--dry-run]

Brings in one person with everything in the file that "Everything about me as JSON" gave them in another installation: all of it
or nothing. What the file says is believed, confirmations included: bring in a file only when you know where it comes from.

  --dry-run        tries everything and writes nothing`;

const mostBytes = 500 * 1024 * 1024;

const { values, positionals } = readArguments(usage, { allowPositionals: true, options: { 'dry-run': { type: 'boolean', default: false } } });
const [path, ...others] = positionals;
if (path === undefined || others.length > 0) wrongUse(usage, 'Name one file.');
const size = await stat(path).then((found) => (found.isFile() ? found.size : null), () => null);
if (size === null) wrongUse(usage, `There is no file ${path}.`);
if (size > mostBytes) wrongUse(usage, 'The file has more than 500 MiB.');

await runTool('organisation', async ({ call }) => {
  const dryRun = values['dry-run'] === true;
  const outcome = await importPerson(call, { name: basename(path), text: await readFile(path, 'utf8') }, { dryRun });
  if (!outcome.accepted) {
    console.log(['Nothing was brought in:', ...outcome.problems.map((problem) => `  ${problem}`)].join('\n'));
    return exit.refused;
  }
  const counts = Object.entries(outcome.counts).map(([table, rows]) => `  ${table}: ${rows}`);
  console.log([`${dryRun ? 'Would bring in' : 'Brought in'} ${outcome.person}:`, ...counts].join('\n'));
  return exit.done;
});
