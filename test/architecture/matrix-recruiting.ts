import { ownAlone, type Rights } from './rights.ts';

/** Who may ask what of profiles: what people show, search, and what recruiters see. The words are explained in permission-matrix.ts. */
export const recruitingRights: readonly Rights[] = [
  {
    route: 'visibility', address: '/people/{}/visibility',
    get: ownAlone('own'),
    forms: {
      'choose what to show': ownAlone('done', '401'),
      'offer a move': ownAlone('done', '401'),
      'answer for the name': ownAlone('done', '401'),
      'answer for somebody else': `
        whose:                       subject  report  colleague  manager
        anonymous+disabled           401
        subject+report+colleague+manager+head+deputy+other+recruiter+admin  404`,
    },
  },
  {
    route: 'search', address: '/search', forms: null,
    get: `
      anonymous+disabled   login
      subject+report+colleague+manager+head+deputy+other+admin  403
      recruiter            everybody`,
  },
  {
    route: 'search', address: '/search?skill=patience&level=3&confirmed=1', forms: null,
    get: `
      anonymous+disabled   login
      subject+report+colleague+manager+head+deputy+other+admin  403
      recruiter            nobody`,
  },
  {
    route: 'profile', address: '/search/{}', ids: 'aliases',
    get: `
      whose:               subject  hidden  erased  left  self  foreign  unknown  nobody
      anonymous+disabled   login
      recruiter            profile  404     404     404   404   404      404      404
      subject+report+colleague+manager+head+deputy+other+admin  403`,
    forms: {
      'ask for the name': `
        whose:               subject  hidden  erased  left  self  foreign  unknown  nobody
        anonymous+disabled   401
        recruiter            done     404     404     404   404   404      404      404
        subject+report+colleague+manager+head+deputy+other+admin  403`,
    },
  },
];
