import { readResume } from '#app/features/exchange/resume/read-resume.ts';
import { testNow } from '#test/support/request.ts';
import type { Maker } from './permission-forms.ts';

type About = Parameters<Maker>[0];

/** A file that waits to be checked, new each time, as the page about it would name it. */
async function newDraft({ person, turn, around }: About): Promise<string> {
  const uploadedAt = new Date(testNow.getTime() + turn);
  if (person !== null) {
    const row = { fileName: 'resume.json', content: JSON.stringify(readResume('{"languages":[{"language":"cy","fluency":"native"}]}')), uploadedAt };
    await around.served.database.db.insertInto('resumeDrafts').values({ personId: person, ...row }).onConflict((conflict) => conflict.column('personId').doUpdateSet(row)).execute();
  }
  return String(uploadedAt.getTime());
}

/** The forms of the matrix about curricula vitae. */
export const exchangeForms: Record<string, Maker> = {
  'read a curriculum vitae': ({ turn }) => ({ fields: [['intent', 'read'], ['text', `{"work":[{"name":"Employer ${turn}","position":"Helper","startDate":"2019"}]}`]] }),
  'bring a curriculum vitae in': async (about) => ({
    fields: [
      ['intent', 'bring-in'], ['draft', await newDraft(about)], ['work[0].take', 'on'], ['work[0].employer', `Brought in ${about.turn}`], ['work[0].roleName', 'Helper'],
      ['work[0].startedOn', '2011-01-01'], ['work[0].endedOn', '2011-12-31'],
    ],
  }),
  'throw a curriculum vitae away': async (about) => {
    await newDraft(about);
    return { fields: [['intent', 'discard']] };
  },
};
