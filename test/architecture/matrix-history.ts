import { ownAndLine, type Rights } from './rights.ts';

/** Who may ask what of histories. The words are explained in permission-matrix.ts. */
export const historyRights: readonly Rights[] = [
  {
    route: 'history', address: '/people/{}/history',
    get: `
      whose:               subject   report    colleague  manager  stranger  erased  left  nobody
      anonymous+disabled   login
      subject              own       direct    404        404      404       404     404   404
      report               404       own       404        404      404       404     404   404
      colleague            404       404       own        404      404       404     404   404
      manager              direct    line      direct     own      404       404     404   404
      head                 line      line      line       direct   404       404     404   404
      deputy               direct    line      direct     404      404       404     404   404
      other                404       404       404        404      direct    404     404   404
      recruiter+admin      404       404       404        404      404       404     404   404`,
    forms: {
      'confirm a certificate': ownAndLine('kept', 'done', '401'),
      'decline time away': `
        whose:               subject  report  colleague  manager  stranger  erased  left  nobody
        anonymous+disabled   401
        subject              kept     done    404        404      404       404     404   404
        report               404      kept    404        404      404       404     404   404
        colleague            404      404     kept       404      404       404     404   404
        manager              done     404     done       kept     404       404     404   404
        head                 404      404     404        done     404       404     404   404
        deputy               done     404     done       404      404       404     404   404
        other                404      404     404        404      done      404     404   404
        recruiter+admin      404      404     404        404      404       404     404   404`,
    },
  },
  {
    route: 'history-entry', address: '/people/{}/history/appointments/new',
    get: ownAndLine('form', 'form'),
    forms: {
      'add an earlier role': ownAndLine('done', 'done', '401'),
    },
  },
  {
    route: 'history-entry', address: '/people/{}/history/certificates/new',
    get: ownAndLine('few', '403'),
    forms: {
      'add a certificate': ownAndLine('done', '403', '401'),
    },
  },
  {
    route: 'history-entry', address: '/people/{}/history/pauses/{pause}',
    get: `
      whose:                         subject  report  colleague  manager  stranger  nobody
      anonymous+disabled             login
      subject+manager+deputy         pause    404     404        404      404       404
      report+colleague+head+other    404      404     404        404      404       404
      recruiter+admin                404      404     404        404      404       404`,
    forms: {
      'take back time away': `
        whose:                       subject  report  colleague  manager  stranger  nobody
        anonymous+disabled           401
        subject                      done     404     404        404      404       404
        manager+deputy               403      404     404        404      404       404
        report+colleague+head+other  404      404     404        404      404       404
        recruiter+admin              404      404     404        404      404       404`,
    },
  },
  {
    route: 'history-entry', address: '/people/{}/history/education/{education}', forms: {},
    get: `
      whose:                       subject  report  colleague  manager  stranger  nobody
      anonymous+disabled           login
      subject                      school   404     404        404      404       404
      manager+head+deputy          school   404     404        404      404       404
      report+colleague+other       404      404     404        404      404       404
      recruiter+admin              404      404     404        404      404       404`,
  },
];
