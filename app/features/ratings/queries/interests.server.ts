import { readInterests } from '#app/domain/interest-reading.ts';
import type { Actor } from '#app/server/actor.server.ts';
import type { ReadDb } from '#db/handle.ts';
import { listLines } from './lines.server.ts';
import { getSubject } from './reader.server.ts';

/** What a person's levels and interests say together, on claimed levels. 404 for everybody but the person and the line above. */
export async function getInterests(db: ReadDb, actor: Actor, today: string, personId: number) {
  const subject = await getSubject(db, actor, today, personId);
  const skills = (await listLines(db, subject, today)).filter(({ retired }) => !retired)
    .map(({ id, name, claimed, interest, lastUsedOn }) => ({ id, name, level: claimed, interest, lastUsedOn }));
  return { person: subject.person, own: subject.own, today, readings: readInterests(skills, today) };
}
export type InterestsView = Awaited<ReturnType<typeof getInterests>>;
