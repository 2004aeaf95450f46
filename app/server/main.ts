import { readSettings, type Settings } from './env.server.ts';
import { errorFields, openLog } from './log.server.ts';
import { start } from './start.server.ts';

const settings = settingsOrExit();
const log = openLog(settings.logLevel);

// After a fault nobody foresaw the state of the process is unknown: it ends, and whoever runs it starts a new one.
process.on('uncaughtException', (error) => {
  log.error({ event: 'crash', ...errorFields(error) }, 'an unforeseen fault ends the process');
  process.exit(1);
});

const starting = start(settings, log);
let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    // Asked twice, or before there is anything to finish: at once.
    if (stopping) process.exit(1);
    stopping = true;
    log.info({ event: 'stop', signal }, 'stopping');
    const deadline = setTimeout(() => process.exit(1), 15_000);
    void starting.then((running) => running.stop()).then(() => {
      clearTimeout(deadline);
      process.exit(0);
    }, () => process.exit(1));
  });
}

try {
  const { ready } = await starting;
  for (const line of await ready) console.log(line);
} catch (error) {
  if (!stopping) fail(error);
}

function fail(error: unknown): never {
  log.error({ event: 'start-failed', ...errorFields(error) }, 'the start failed');
  console.log(reasonOf(error));
  process.exit(1);
}

function settingsOrExit(): Settings {
  try {
    return readSettings(process.env, process.argv.slice(2));
  } catch (error) {
    console.log(reasonOf(error));
    process.exit(1);
  }
}

/** What went wrong, for whoever sits at the terminal; never a database's own words, which may quote values. */
function reasonOf(error: unknown): string {
  const { code, message, port } = error as { code?: unknown; message?: unknown; port?: unknown };
  if (code === 'EADDRINUSE') return `Port ${String(port)} is in use. Stop the other program, or choose another one: PORT=3001 npm start`;
  return typeof message === 'string' ? message : 'Deskpath could not start.';
}
