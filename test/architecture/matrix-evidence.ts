import type { Rights } from './rights.ts';

/** Who may ask what of evidence and its files. The words are explained in permission-matrix.ts. */
export const evidenceRights: readonly Rights[] = [
  {
    route: 'evidence', address: '/people/{}/evidence',
    get: `
      whose:               subject  report  colleague  manager  stranger  erased  left  nobody
      anonymous+disabled   login
      subject              own      line    404        404      404       404     404   404
      report               404      own     404        404      404       404     404   404
      colleague            404      404     own        404      404       404     404   404
      manager              line     line    line       own      404       404     404   404
      head                 line     line    line       line     404       404     404   404
      deputy               line     line    line       404      404       404     404   404
      other                404      404     404        404      line      404     404   404
      recruiter+admin      404      404     404        404      404       404     404   404`,
    forms: {
      'add evidence': `
        whose:               subject  report  colleague  manager  stranger  erased  left  nobody
        anonymous+disabled   401
        subject              done     403     404        404      404       404     404   404
        report               404      done    404        404      404       404     404   404
        colleague            404      404     done       404      404       404     404   404
        manager              403      403     403        done     404       404     404   404
        head                 403      403     403        403      404       404     404   404
        deputy               403      403     403        404      404       404     404   404
        other                404      404     404        404      403       404     404   404
        recruiter+admin      404      404     404        404      404       404     404   404`,
      'change evidence': `
        whose:               subject  report  colleague  manager  stranger  erased  left  nobody
        anonymous+disabled   401
        subject              done     403     404        404      404       404     404   404
        report               404      done    404        404      404       404     404   404
        colleague            404      404     done       404      404       404     404   404
        manager              403      403     403        done     404       404     404   404
        head                 403      403     403        403      404       404     404   404
        deputy               403      403     403        404      404       404     404   404
        other                404      404     404        404      403       404     404   404
        recruiter+admin      404      404     404        404      404       404     404   404`,
      'remove evidence': `
        whose:               subject  report  colleague  manager  stranger  erased  left  nobody
        anonymous+disabled   401
        subject              done     403     404        404      404       404     404   404
        report               404      done    404        404      404       404     404   404
        colleague            404      404     done       404      404       404     404   404
        manager              403      403     403        done     404       404     404   404
        head                 403      403     403        403      404       404     404   404
        deputy               403      403     403        404      404       404     404   404
        other                404      404     404        404      403       404     404   404
        recruiter+admin      404      404     404        404      404       404     404   404`,
      'remove evidence of somebody else': `
        whose:               subject  report  colleague  manager  stranger  erased  left  nobody
        anonymous+disabled   401
        subject              404      403     404        404      404       404     404   404
        report               404
        colleague            404
        manager              403      403     403        404      404       404     404   404
        head                 403      403     403        403      404       404     404   404
        deputy               403      403     403        404      404       404     404   404
        other                404      404     404        404      403       404     404   404
        recruiter+admin      404`,
    },
  },
  {
    // The file is the subject's: under anybody else's address it is not there.
    route: 'evidence-file', address: '/people/{}/evidence/{file}/file', resource: 'file', forms: null,
    get: `
      whose:               subject  report  colleague  manager  stranger  erased  left  nobody
      anonymous+disabled   login
      subject              file     404     404        404      404       404     404   404
      manager+head+deputy  file     404     404        404      404       404     404   404
      report+colleague     404
      other                404
      recruiter+admin      404`,
  },
  {
    // Tickets are one's own: nobody else learns that there are any.
    route: 'tickets', address: '/people/{}/tickets',
    get: `
      whose:               subject  report  colleague  manager  stranger  erased  left  nobody
      anonymous+disabled   login
      subject              own      404     404        404      404       404     404   404
      report               404      own     404        404      404       404     404   404
      colleague            404      404     own        404      404       404     404   404
      manager              404      404     404        own      404       404     404   404
      head+deputy+other    404
      recruiter+admin      404`,
    forms: {
      'say what a category shows': `
      whose:               subject  report  colleague  manager  stranger  erased  left  nobody
      anonymous+disabled   401
      subject              done      404     404        404      404       404     404   404
      report               404      done     404        404      404       404     404   404
      colleague            404      404     done        404      404       404     404   404
      manager              404      404     404        done      404       404     404   404
      head+deputy+other    404
      recruiter+admin      404`,
      'accept tickets': `
      whose:               subject  report  colleague  manager  stranger  erased  left  nobody
      anonymous+disabled   401
      subject              done      404     404        404      404       404     404   404
      report               404      done     404        404      404       404     404   404
      colleague            404      404     done        404      404       404     404   404
      manager              404      404     404        done      404       404     404   404
      head+deputy+other    404
      recruiter+admin      404`,
      'take an answer back': `
      whose:               subject  report  colleague  manager  stranger  erased  left  nobody
      anonymous+disabled   401
      subject              done      404     404        404      404       404     404   404
      report               404      done     404        404      404       404     404   404
      colleague            404      404     done        404      404       404     404   404
      manager              404      404     404        done      404       404     404   404
      head+deputy+other    404
      recruiter+admin      404`,
    },
  },
];
