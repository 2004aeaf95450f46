import { openDatabase } from '#db/connection.server.ts';
import { writeDiagram } from '#db/diagram.ts';
import { writeSchema } from '#db/generate-schema.ts';
import { migrateToLatest } from '#db/migrate.ts';
import { readSettings } from '#app/server/env.server.ts';

/**
 * `npm run db:migrate`: brings the database to the newest schema, under a lock, and writes db/schema.ts and
 * the diagram anew where the tools for that are installed.
 */
const settings = readSettings(process.env);
const database = await openDatabase(settings.databaseUrl === undefined ? { dataDir: settings.dataDir } : { url: settings.databaseUrl });
try {
  const applied = await migrateToLatest(database.db);
  console.log(applied.length === 0 ? 'The database is up to date.' : `Applied: ${applied.join(', ')}`);
  if (await writeSchema(database.db)) console.log('db/schema.ts has changed.');
  if (await writeDiagram(database.db)) console.log('The diagram of the tables has changed.');
} finally {
  await database.close();
}
