import { ownAlone, type Rights } from './rights.ts';

/** What can be sent about a curriculum vitae: by the person alone. */
const done = ownAlone('done', '401');

/** Who may take what along, and bring what in: only the person; for everybody else there is nothing. The words are explained in permission-matrix.ts. */
export const exchangeRights: readonly Rights[] = [
  { route: 'take-with-me', address: '/people/{}/take-with-me', get: ownAlone('own'), forms: null },
  { route: 'take-everything', address: '/people/{}/take-with-me/everything.json', resource: true, get: ownAlone('own'), forms: null },
  { route: 'take-resume', address: '/people/{}/take-with-me/resume.json', resource: true, get: ownAlone('own'), forms: null },
  { route: 'printable-profile', address: '/people/{}/take-with-me/profile', get: ownAlone('own'), forms: null },
  {
    route: 'bring-in', address: '/people/{}/take-with-me/import', get: ownAlone('check'),
    forms: { 'read a curriculum vitae': done, 'bring a curriculum vitae in': done, 'throw a curriculum vitae away': done },
  },
];
