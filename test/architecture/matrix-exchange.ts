import { ownAlone, type Rights } from './rights.ts';

/** What can be sent about a curriculum vitae: by the person alone. */
const done = ownAlone('done', '401');

/** Only the person takes anything along: for everybody else there is nothing. The words are explained in permission-matrix.ts. */
const ownOnly = (word: string) => `
  whose:               subject  report  colleague  manager  stranger  erased  left  nobody
  anonymous+disabled   login
  subject              ${word}  404     404        404      404       404     404   404
  report               404      ${word} 404        404      404       404     404   404
  colleague            404      404     ${word}    404      404       404     404   404
  manager              404      404     404        ${word}  404       404     404   404
  head+deputy+other    404      404     404        404      404       404     404   404
  recruiter+admin      404      404     404        404      404       404     404   404`;

/** Who may take what along, and bring what in. */
export const exchangeRights: readonly Rights[] = [
  { route: 'take-with-me', address: '/people/{}/take-with-me', get: ownOnly('own'), forms: null },
  { route: 'take-everything', address: '/people/{}/take-with-me/everything.json', resource: true, get: ownOnly('own'), forms: null },
  { route: 'take-resume', address: '/people/{}/take-with-me/resume.json', resource: true, get: ownOnly('own'), forms: null },
  { route: 'printable-profile', address: '/people/{}/take-with-me/profile', get: ownOnly('own'), forms: null },
  {
    route: 'bring-in', address: '/people/{}/take-with-me/import', get: ownOnly('check'),
    forms: { 'read a curriculum vitae': done, 'bring a curriculum vitae in': done, 'throw a curriculum vitae away': done },
  },
];
