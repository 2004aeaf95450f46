import type { Rights } from './rights.ts';

/** Who may see what levels and interests say together. */
export const skillsRights: readonly Rights[] = [
  {
    route: 'skill-interests', address: '/people/{}/skills/picture', forms: null,
    get: `
         whose:            subject  report  colleague  manager  stranger  erased  left  nobody
      anonymous+disabled   login
      subject              readings readings 404       404      404       404     404   404
      report               404      readings 404       404      404       404     404   404
      colleague            404      404      readings  404      404       404     404   404
      manager              readings readings readings  readings 404       404     404   404
      head                 readings readings readings  readings 404       404     404   404
      deputy               readings readings readings  404      404       404     404   404
      other                404      404      404       404      readings  404     404   404
      recruiter+admin      404      404      404       404      404       404     404   404`,
  },
];
