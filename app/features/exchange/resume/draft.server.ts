import type { Actor } from '#app/server/actor.server.ts';
import { notFound, refused, run, type Refused, type Result, type SignedCall } from '#app/server/command.server.ts';
import { holdOneself } from '#app/server/hold-person.server.ts';
import type { ReadDb } from '#db/handle.ts';
import { getMeanings } from './catalogue.server.ts';
import { propose } from './propose.ts';
import { readResume } from './read-resume.ts';
import { getRecord } from './record.server.ts';
import type { Resume } from './resume.ts';

/** The page on which somebody brings a curriculum vitae in: without a file, or with what the file would add. 404 for everybody but the person. */
export async function getBringingIn(db: ReadDb, actor: Actor, today: string, personId: number) {
  if (actor.personId !== personId) return notFound();
  const found = await db.selectFrom('people as p').leftJoin('resumeDrafts as d', 'd.personId', 'p.personId').select(['p.name', 'd.fileName', 'd.uploadedAt', 'd.content'])
    .where('p.personId', '=', personId).where('p.erasedAt', 'is', null).executeTakeFirst();
  if (!found) return notFound();
  if (found.uploadedAt === null) return { id: personId, draft: null };
  const [record, meanings] = await Promise.all([getRecord(db, actor, today, personId), getMeanings(db)]);
  return {
    id: personId,
    draft: {
      fileName: found.fileName, version: found.uploadedAt.getTime(), organisation: record.organisation,
      proposal: propose(found.content as unknown as Resume, record, meanings, today),
      roles: meanings.roles.map(({ roleId, name }) => ({ value: roleId, label: name })),
      families: meanings.families.map(({ familyId, name }) => ({ value: familyId, label: name })),
      certifications: meanings.certifications.map(({ certificationId, name }) => ({ value: certificationId, label: name })),
    },
  };
}

/** Keeps what a file says until its person has checked it; a file from before makes way. Refused, beside the field it came by: what is no JSON Resume. 404 for everybody but the person. */
export async function keepResume(call: SignedCall, personId: number, file: { name: string; text: string; field: 'file' | 'text' }): Promise<Result<null>> {
  if (call.actor.personId !== personId) return notFound();
  const resume = readResume(file.text);
  return run(call, 'resume.read', { personId, name: file.name, resume }, async (step): Promise<null | Refused> => {
    if ('reason' in resume) return refused(resume.reason, file.field);
    await holdOneself(step, personId);
    const { trx, now, audit } = step;
    const row = { fileName: file.name, content: JSON.stringify(resume), uploadedAt: now };
    await trx.insertInto('resumeDrafts').values({ personId, ...row }).onConflict((conflict) => conflict.column('personId').doUpdateSet(row)).execute();
    audit({ on: personId, subject: 'resume', after: { file: file.name } });
    return null;
  });
}

/** Throws a file away that was read and not brought in. Refused when there is none. 404 for everybody but the person. */
export async function discardResume(call: SignedCall, personId: number): Promise<Result<null>> {
  if (call.actor.personId !== personId) return notFound();
  return run(call, 'resume.discard', { personId }, async ({ trx, audit }): Promise<null | Refused> => {
    const gone = await trx.deleteFrom('resumeDrafts').where('personId', '=', personId).returning('fileName').executeTakeFirst();
    if (!gone) return refused('There is no file any more.');
    audit({ on: personId, subject: 'resume', before: { file: gone.fileName } });
    return null;
  });
}
