import { ownAlone, ownAndLine, type Rights } from './rights.ts';

/** Who may ask what of evidence and its files. The words are explained in permission-matrix.ts. */
export const evidenceRights: readonly Rights[] = [
  {
    route: 'evidence', address: '/people/{}/evidence',
    get: ownAndLine('own', 'line'),
    forms: {
      'add evidence': ownAndLine('done', '403', '401'),
      'change evidence': ownAndLine('done', '403', '401'),
      'remove evidence': ownAndLine('done', '403', '401'),
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
    get: ownAlone('own'),
    forms: {
      'say what a category shows': ownAlone('done', '401'),
      'accept tickets': ownAlone('done', '401'),
      'take an answer back': ownAlone('done', '401'),
    },
  },
];
