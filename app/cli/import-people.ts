import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { importPeople, previewImport } from '#app/features/exchange/commands.server.ts';
import { describeOutcome } from '#app/features/exchange/describe.ts';
import { ImportPeopleInput } from '#app/features/exchange/input.server.ts';
import { largestPeopleFile } from '#app/features/exchange/read-rows.server.ts';
import { exit, readArguments, runTool, wrongUse } from './session.ts';

const usage = `npm run import:people -- people.csv [--dry-run] [--changes-from YYYY-MM-DD]

Brings a file of people in: all of it, or nothing when it has a mistake. The columns are explained in
seeds/demo/people-columns.md, with people.csv beside it as an example.

  --dry-run        says what would change and writes nothing
  --changes-from   the day from which changed managers, and changed roles without a date, hold (default: today)`;

const { values, positionals } = readArguments(usage, {
  allowPositionals: true,
  options: { 'dry-run': { type: 'boolean', default: false }, 'changes-from': { type: 'string' } },
});
const [path, ...others] = positionals;
if (path === undefined || others.length > 0) wrongUse(usage, 'Name one file.');
const input = ImportPeopleInput.safeParse({ changesFrom: values['changes-from'] });
if (!input.success) wrongUse(usage, `--changes-from: ${input.error.issues[0]?.message ?? ''}`);
const size = await stat(path).then((found) => (found.isFile() ? found.size : null), () => null);
if (size === null) wrongUse(usage, `There is no file ${path}.`);
if (size > largestPeopleFile.bytes) wrongUse(usage, 'The file has more than 20 MiB. Split it.');

await runTool('organisation', async ({ database, call }) => {
  const file = { name: basename(path), bytes: await readFile(path) };
  const dryRun = values['dry-run'] === true;
  const outcome = dryRun ? await previewImport(database.readDb, call.clock.today(), file, input.data) : await importPeople(call, file, input.data);
  console.log(describeOutcome(outcome, dryRun).join('\n'));
  return outcome.accepted ? exit.done : exit.refused;
});
