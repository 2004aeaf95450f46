import { defineConfig } from 'vitest/config';

const onServer = Boolean(process.env.TEST_DATABASE_URL);
const files = (...folders: string[]) => folders.map((folder) => `test/${folder}/**/*.test.{ts,tsx}`);

/** What a PostgreSQL server cannot change is tried once, on the embedded database: layers, matrix and fuzz, and the embedded database itself. */
const onEmbeddedOnly = onServer ? ['test/architecture/!(plans|statements|safe-methods)*.test.ts', 'test/db/data-folder.test.ts', 'test/reliability/embedded-kill.test.ts'] : [];
const base = { environment: 'node' as const, exclude: onEmbeddedOnly, setupFiles: ['test/support/setup.ts'] };

/** Every other project runs on both databases; files named *.server.test.ts skip themselves by name without a PostgreSQL server. */
export default defineConfig({
  esbuild: { jsx: 'automatic' },
  test: {
    // An embedded database takes about 250 MB and a core: few at once.
    maxWorkers: onServer ? 3 : 2,
    projects: [
      { extends: true, test: { ...base, name: 'domain', include: files('domain', 'ui'), testTimeout: 60_000 } },
      { extends: true, test: { ...base, name: 'features', include: files('db', 'features', 'server', 'seeds'), testTimeout: 60_000, hookTimeout: 120_000 } },
      { extends: true, test: { ...base, name: 'routes', include: files('routes'), testTimeout: 60_000, hookTimeout: 120_000 } },
      { extends: true, test: { ...base, name: 'architecture', include: files('architecture'), testTimeout: 180_000, hookTimeout: 120_000 } },
      { extends: true, test: { ...base, name: 'journeys', include: files('journeys'), sequence: { groupOrder: 1 }, testTimeout: 180_000, hookTimeout: 180_000 } },
      { extends: true, test: { ...base, name: 'reliability', include: files('reliability'), sequence: { groupOrder: 2 }, testTimeout: 300_000, hookTimeout: 180_000, fileParallelism: false } },
    ],
  },
});
