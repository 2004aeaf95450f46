import { everybody, ownAlone, type Rights } from './rights.ts';

/** Who may ask what of links to somebody outside. The words are explained in permission-matrix.ts. */
export const sharingRights: readonly Rights[] = [
  {
    route: 'sharing', address: '/people/{}/sharing',
    get: `
      whose:                       subject  report  colleague  manager  stranger  erased  left  nobody
      anonymous+disabled           login
      subject                      three    404     404        404      404       404     404   404
      report                       404      none    404        404      404       404     404   404
      colleague                    404      404     none       404      404       404     404   404
      manager                      404      404     404        none     404       404     404   404
      head+deputy+other            404      404     404        404      404       404     404   404
      recruiter+admin              404      404     404        404      404       404     404   404`,
    forms: {
      'make a link': ownAlone('done', '401'),
      'stop a link': ownAlone('done', '401'),
      'stop a link of somebody else': `
        whose:                       subject  report  colleague  manager
        anonymous+disabled           401
        subject+report+colleague+manager+head+deputy+other+recruiter+admin  404`,
    },
  },
  {
    route: 'shared', address: '/shared/{}', ids: 'shares', public: ['loader'], forms: null,
    get: `
      whose:  subject  hidden  foreign  stopped  expired  erased  left  nobody
      ${everybody('whole    skills  skills   404      404      404     404   404')}`,
  },
];
