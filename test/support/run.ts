import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import { parseArgs } from 'node:util';

/**
 * `npm test`: the checks, then every test, then the counts.
 * With TEST_DATABASE_URL only what depends on the database runs: the rest has nothing to say about it.
 * `--no-check` leaves the checks out; further arguments go to Vitest.
 */
const { values, positionals } = parseArgs({ allowPositionals: true, options: { 'no-check': { type: 'boolean', default: false } } });
const onServer = Boolean(process.env.TEST_DATABASE_URL);
const results = '.cache/test-results.json';

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { name: string; status: string; message?: string; assertionResults: { status: string; fullName: string; failureMessages?: string[] }[] }[];
}

function run(command: string, args: string[]): number {
  return spawnSync(command, args, { stdio: 'inherit' }).status ?? 1;
}

function finish(passed: number, failed: number): never {
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}

if (!values['no-check'] && !onServer && run('npm', ['run', '--silent', 'check']) !== 0) {
  console.log('The checks failed: see above. No test was run.');
  finish(0, 1);
}

mkdirSync('.cache', { recursive: true });
rmSync(results, { force: true });
const projects = onServer ? ['features', 'routes', 'architecture', 'reliability'] : [];
const status = run(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${results}`,
  ...projects.flatMap((project) => ['--project', project]), ...positionals]);

const report = JSON.parse(readFileSync(results, 'utf8')) as Report;
const skipped = report.testResults.flatMap((file) => file.assertionResults)
  .filter((test) => test.status === 'skipped' || test.status === 'pending' || test.status === 'todo').map((test) => test.fullName);
if (skipped.length > 0) console.log(`\n${skipped.length} skipped:\n${[...new Set(skipped)].map((name) => `  - ${name}`).join('\n')}\n`);
const unnamed = skipped.filter((name) => !/needs a|needs an/.test(name));
for (const name of unnamed) console.log(`Skipped without a reason in its name: ${name}`);
// A file that could not be loaded has no tests to count, and is a failure all the same.
const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
for (const file of broken) console.log(`Could not run ${file.name}: ${file.message ?? ''}`);
// Said again at the end, in few lines: whoever reads only the tail of a log sees what failed and why.
for (const file of report.testResults) {
  for (const test of file.assertionResults.filter(({ status: outcome }) => outcome === 'failed')) {
    const why = (test.failureMessages ?? []).join('\n').split('\n').slice(0, 6).join(' | ').slice(0, 600);
    console.log(`Failed: ${relative(process.cwd(), file.name)}: ${test.fullName}: ${why}`);
  }
}
const failed = report.numFailedTests + broken.length + unnamed.length;
finish(report.numPassedTests, status !== 0 && failed === 0 ? 1 : failed);
