// Plain Node without dependencies: runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('../../', import.meta.url));
const at = (...parts) => join(root, ...parts);
const lockMark = at('node_modules', '.package-lock-hash');
const buildMark = at('build', '.sources-hash');
const compressible = new Set(['.js', '.css', '.svg', '.json', '.txt', '.webmanifest']);

refuseOldNode();
installPackages();
if (process.argv.includes('--build')) build();

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  stop(`Deskpath needs Node 20.19 or later; this is ${process.versions.node}.`);
}

/** Leaves npm alone while node_modules carries the hash of the lock file. */
function installPackages() {
  const wanted = hashOf([at('package-lock.json')]);
  if (read(lockMark) === wanted) return;
  console.log('Installing what is missing …');
  // Not `npm ci`: a lock file lacks the optional packages of other platforms than the one it was written on.
  const own = process.env.npm_execpath ?? '';
  const npm = own.endsWith('npm-cli.js') ? [process.execPath, own] : ['npm'];
  const [command, ...before] = npm;
  const done = spawnSync(command, [...before, 'install', '--no-save', '--include=dev', '--no-audit', '--no-fund'], {
    cwd: root, stdio: 'inherit', shell: npm.length === 1 && process.platform === 'win32',
  });
  if (done.status !== 0) stop('The packages could not be installed: see above. The first start needs a connection to the package registry.');
  mkdirSync(at('node_modules'), { recursive: true });
  writeFileSync(lockMark, wanted);
}

/** Builds when the sources differ from those the present build was made of. */
function build() {
  const wanted = hashOf([at('package-lock.json'), at('vite.config.ts'), at('tsconfig.json'), ...filesIn(at('public')), ...filesIn(at('app'))]);
  if (read(buildMark) === wanted && existsSync(at('build', 'server', 'index.js'))) return;
  console.log('Building …');
  rmSync(buildMark, { force: true });
  const done = spawnSync(process.execPath, [at('node_modules', '@remix-run', 'dev', 'dist', 'cli.js'), 'vite:build', '--logLevel', 'warn'], {
    cwd: root, stdio: 'inherit', env: { ...process.env, NODE_ENV: 'production' },
  });
  if (done.status !== 0) stop('The build failed: see above.');
  for (const file of filesIn(at('build', 'client'))) compress(file);
  writeFileSync(buildMark, wanted);
}

/** Puts a .br and a .gz beside a file, so that no request waits for compression. */
function compress(file) {
  if (!compressible.has(extname(file))) return;
  const text = readFileSync(file);
  if (text.length < 1024) return;
  writeFileSync(`${file}.br`, brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: text.length } }));
  writeFileSync(`${file}.gz`, gzipSync(text, { level: 9 }));
}

function filesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)]));
}

function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

function stop(message) {
  console.error(message);
  process.exit(1);
}
