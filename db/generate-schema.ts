import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Db } from './handle.ts';

const schemaFile = new URL('./schema.ts', import.meta.url);

/** The TypeScript types of the database as it is now: the text of `db/schema.ts`. */
export async function schemaText(db: Db): Promise<string> {
  // A tool for development: an installation without it migrates all the same, see writeSchema.
  const { generate, getDialect } = await import('kysely-codegen');
  return generate({
    db: db.withoutPlugins(),
    dialect: getDialect('postgres', { dateParser: 'string', numericParser: 'number', domains: false, partitions: false }),
    camelCase: true,
    excludePattern: 'kysely_*',
    outFile: null,
    runtimeEnums: false,
    typeOnlyImports: true,
    // How values are read on both kinds of database: see values.ts.
    typeMapping: { int8: 'number', interval: 'string', timestamp: 'Timestamp', json: 'JsonValue', jsonb: 'JsonValue' },
  });
}

/** Writes `db/schema.ts` when it differs, and says whether it did; where kysely-codegen is not installed it does nothing. */
export async function writeSchema(db: Db): Promise<boolean> {
  const text = await schemaText(db).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND') return null;
    throw error;
  });
  if (text === null) return false;
  if (existsSync(schemaFile) && readFileSync(schemaFile, 'utf8') === text) return false;
  writeFileSync(schemaFile, text);
  return true;
}
