import { pause, rate } from '#test/support/people.ts';
import { testNow } from '#test/support/request.ts';
import type { Somebody } from '#test/support/world.ts';
import { planForms } from './forms-plan.ts';
import { sharingForms } from './forms-sharing.ts';
import { evidenceForms } from './forms-evidence.ts';
import { exchangeForms } from './forms-exchange.ts';
import { skillsForms } from './forms-skills.ts';
import { nobodies } from './rights.ts';
import { whose, type Surroundings } from './surroundings.ts';

export type Fields = (readonly [name: string, value: string])[];
/** A form that is taken from whoever may send it, about the person of the column; `id` when it is about something made for it alone. */
export type Maker = (about: { person: number | null; id: string; /** 1 for the first form of the kind about this person. */
  turn: number; around: Surroundings }) => Promise<{ fields: Fields; id?: string }> | { fields: Fields; id?: string };

/** How often each form was made for each column. */
const turns = new Map<string, number>();

/** The forms of the matrix by name. Each is new each time, so that none is refused for having been sent before. */
const forms: Record<string, Maker> = {
  ...evidenceForms,
  ...planForms,
  ...exchangeForms,
  ...skillsForms,
  'sign in': () => ({ fields: [['intent', 'password'], ['name', 'nobody'], ['password', 'not the password']] }),
  'sign out': () => ({ fields: [] }),
  'set up': () => ({ fields: [['intent', 'empty']] }),
  'choose a password': () => ({ fields: [['token', 'no-such-token'], ['password', 'twelve quiet lamps']] }),
  'change the password': () => ({ fields: [['intent', 'change-password'], ['currentPassword', 'wrong'], ['password', 'twelve quiet lamps']] }),
  'end other sessions': () => ({ fields: [['intent', 'end-others']] }),
  'end a session of somebody else': async ({ around }) => {
    const { sessionId } = await around.served.database.db.selectFrom('sessions').select('sessionId')
      .where('accountId', '=', around.world.accounts.otherRecruiter.accountId).orderBy('sessionId').executeTakeFirstOrThrow();
    return { fields: [['intent', 'end-session'], ['sessionId', String(sessionId)]] };
  },
  'confirm levels': async ({ person, turn, around }) => {
    const { db } = around.served.database;
    const { skillId } = await db.selectFrom('skills').select('skillId').orderBy('name', 'desc').offset(turn).executeTakeFirstOrThrow();
    const rating = person === null ? 1 : await rate(db, person, skillId, 5, { at: testNow });
    return { fields: [['intent', 'confirm-waiting'], ['ratings', `${rating}:5`]] };
  },
  'rate many': ({ turn }) => ({ fields: [['intent', 'rate-many'], ['rows[0].skill', 'attention-to-detail'], ['rows[0].level', String(1 + (turn % 5))]] }),
  'rate a skill': ({ turn }) => ({ fields: [['intent', 'rate'], ['level', '4'], ['note', `Note ${turn}`], ['version', '0']] }),
  'confirm a level': ({ turn }) => ({ fields: [['intent', 'confirm'], ['level', '3'], ['note', `Note ${turn}`], ['seen', '2000000000']] }),
  'say a wish': ({ turn }) => ({ fields: [['intent', 'state'], ['wish', 'unsure'], ['note', `Note ${turn}`]] }),
  'record a talk': async ({ person, id, turn, around }) => {
    const last = await around.served.database.db.selectFrom('settlements').select(({ fn }) => fn.max('settlementId').as('id')).where('personId', '=', person ?? 0).executeTakeFirst();
    return { fields: [['person', id], ['after', String(last?.id ?? 0)], ['heldOn', '2026-11-20'], ['wish', 'unsaid'], ['note', `Note ${turn}`], ['outcome', 'none']] };
  },
  'read a talk': async ({ person, around }) => {
    const { db } = around.served.database;
    const { world } = around;
    if (person === null) return { fields: [['version', '1']] };
    const { talkId } = await db.insertInto('talks').values({
      personId: person, kind: 'check-in', heldOn: '2026-11-01', note: 'A short talk', recordedAt: testNow,
      recordedBy: person === world.ids.head ? world.ids.other : world.ids.head,
    }).returning('talkId').executeTakeFirstOrThrow();
    return { fields: [['version', '1']], id: String(talkId) };
  },
  'put a first visit off': () => ({ fields: [['intent', 'not-now']] }),
  'rate in a first visit': async ({ person, around }) => {
    const stands = await around.served.database.db.selectFrom('currentLevels').select('selfLevel').where('personId', '=', person ?? 0).where('skillId', '=', 'attention-to-detail').executeTakeFirst();
    return { fields: [['intent', 'rate'], ['skill', 'attention-to-detail'], ['level', String(((stands?.selfLevel ?? 0) % 5) + 1)]] };
  },
  'pass a skill over': () => ({ fields: [['intent', 'pass'], ['skill', 'attention-to-detail']] }),
  'choose next roles': ({ turn }) => ({ fields: [['intent', 'choose-roles'], ...(turn % 2 ? [['roles', 'help-desk-analyst'] as const] : [])] }),
  'confirm a certificate': async ({ person, turn, around }) => {
    const { db } = around.served.database;
    if (person === null) return { fields: decision('confirm', 'certificate:1:1') };
    const { personCertificationId: id } = await db.insertInto('personCertifications').values({ personId: person, name: `Course ${turn}`, issuedOn: '2026-01-01', enteredAt: testNow })
      .returning('personCertificationId').executeTakeFirstOrThrow();
    return { fields: decision('confirm', `certificate:${id}:1`) };
  },
  'decline time away': async ({ person, around }) => ({
    fields: decision('decline', person === null ? 'pause:1:1' : `pause:${await pause(around.served.database.db, person, { startedOn: '2026-03-01', endedOn: '2026-03-20', status: 'stated' })}:1`),
  }),
  'add an earlier role': ({ turn }) => ({
    fields: [['intent', 'save-appointment'], ['with', 'earlier'], ['employer', `Employer ${turn}`], ['roleName', 'Helper'], ['startedOn', '2019-01-01'], ['endedOn', '2019-06-30']],
  }),
  'add a certificate': ({ turn }) => ({ fields: [['intent', 'save-certificate'], ['name', `Certificate ${turn}`], ['issuedOn', '2026-01-01']] }),
  'take back time away': async ({ around }) => {
    // Always the subject's same entry, waiting again each time.
    const { version } = await around.served.database.db.updateTable('pauses').set({ status: 'stated' })
      .where('pauseId', '=', around.world.entries.pause).returning('version').executeTakeFirstOrThrow();
    return { fields: [['intent', 'remove'], ['version', String(version)]] };
  },
  'choose what to show': ({ turn }) => ({ fields: [['intent', 'choose'], ['skills', 'anonymous'], ['history', 'anonymous'], ['certificates', turn % 2 ? 'anonymous' : 'hidden'], ['wishes', 'hidden']] }),
  'offer a move': async ({ person, turn, around }) => {
    const offered = await around.served.database.db.selectFrom('availability').select('version').where('personId', '=', person ?? 0).executeTakeFirst();
    return { fields: [['intent', 'offer'], ['version', String(offered?.version ?? 0)], ['noticeWeeks', String(turn % 50)]] };
  },
  'answer for the name': async ({ person, around }) => ({ fields: [['intent', 'answer'], ['request', String(await openRequest(around, person))], ['answer', 'no']] }),
  'answer for somebody else': async ({ around }) => ({ fields: [['intent', 'answer'], ['request', String(await openRequest(around, around.world.ids.stranger))], ['answer', 'yes']] }),
  'ask for the name': async ({ around }) => {
    await around.served.database.db.deleteFrom('nameRequests').where('accountId', '=', around.world.accounts.recruiter.accountId).execute();
    return { fields: [['message', 'We have an opening that may fit you.']] };
  },
  ...sharingForms,
};

function decision(what: 'confirm' | 'decline', entry: string): Fields {
  return [['intent', 'decide'], ['decision', what], ['entries', entry]];
}

/** A recruiter's question for somebody's name that waits for its answer. */
async function openRequest({ served, world }: Surroundings, person: number | null): Promise<number> {
  if (person === null) return 1;
  const { db } = served.database;
  const accountId = world.accounts.otherRecruiter.accountId;
  await db.deleteFrom('nameRequests').where('personId', '=', person).where('accountId', '=', accountId).execute();
  const { nameRequestId } = await db.insertInto('nameRequests').values({ personId: person, accountId, message: 'We have an opening that may fit.', askedAt: testNow })
    .returning('nameRequestId').executeTakeFirstOrThrow();
  return nameRequestId;
}

/** The form of that name about the person of the column. */
export async function formFields(name: string, column: string, around: Surroundings): Promise<{ fields: Fields; id?: string }> {
  const maker = forms[name];
  if (!maker) throw new Error(`There is no form called ${name}.`);
  const turn = (turns.get(`${name} ${column}`) ?? 0) + 1;
  turns.set(`${name} ${column}`, turn);
  const person = around.world.ids[column as Somebody] ?? null;
  return maker({ person, id: person === null && !Object.hasOwn(nobodies, column) ? '' : whose(around, column, 'people'), turn, around });
}
