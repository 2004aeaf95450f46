import type { Db } from '#db/handle.ts';
import { catalogueTables, digestOf, endOfJournal } from '#test/support/digest.ts';
import { testNow } from '#test/support/request.ts';
import type { Served } from '#test/support/served.ts';
import { newWorld, type World } from '#test/support/world.ts';
import { actors, nobodies, type ActorName, type Rights } from './rights.ts';

/** A world, and everybody in it signed in. */
export interface Surroundings {
  served: Served;
  world: World;
  cookies: Record<ActorName, string | undefined>;
  isSignedIn(actor: ActorName): boolean;
  journal: Journal;
}

/** Makes the world, signs everybody in, and disables afterwards who is disabled. */
export async function surroundings(served: Served): Promise<Surroundings> {
  const { db } = served.database;
  const world = await newWorld(db);
  const cookies = {} as Surroundings['cookies'];
  for (const actor of actors) cookies[actor] = actor === 'anonymous' ? undefined : await served.signIn(world.accounts[actor]);
  await served.signIn(world.accounts.otherRecruiter);
  await db.updateTable('accounts').set({ disabledAt: testNow }).where('accountId', '=', world.accounts.disabled.accountId).execute();
  return { served, world, cookies, isSignedIn: (actor) => actor !== 'anonymous' && actor !== 'disabled', journal: new Journal(db) };
}

/** The id that stands in an address for a column of the matrix. */
export function whose({ world }: Surroundings, column: string, kind: 'people' | 'talks' | 'aliases' | 'shares'): string {
  if (Object.hasOwn(nobodies, column)) return nobodies[column as keyof typeof nobodies];
  const ids: Record<string, string | number> = { people: world.ids, talks: world.talks, aliases: world.aliases, shares: world.shares }[kind];
  const id = ids[column];
  if (id === undefined) throw new Error(`Nobody is called ${column}.`);
  return String(id);
}

/** An address with the ids of a column, and of what belongs to the subject, filled in. */
export function addressFor(around: Surroundings, { address, ids }: Pick<Rights, 'address' | 'ids'>, column: string, id?: string): string {
  const filled = address.includes('{}') ? address.replace('{}', id ?? whose(around, column, ids ?? 'people')) : address;
  return filled.replace(/\{(\w+)\}/g, (_, name: string) => String(around.world.entries[name as keyof World['entries']]));
}

/** Being seen and a wrong password are written down, whatever the answer. That nobody changes the catalogue is seen once, at the end. */
const uncounted = ['sessions', 'sign_in_attempts', ...catalogueTables];

/** What the tables hold, read again only when something was written since. */
class Journal {
  readonly #db: Db;
  #end = '';
  #digest: Record<string, string> = {};

  constructor(db: Db) {
    this.#db = db;
  }

  async read(): Promise<Record<string, string>> {
    const end = await endOfJournal(this.#db);
    if (end !== this.#end) this.#digest = await digestOf(this.#db, uncounted);
    this.#end = end;
    return this.#digest;
  }
}
