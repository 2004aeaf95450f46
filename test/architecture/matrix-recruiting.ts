import type { Rights } from './rights.ts';

/** Who may ask what of profiles: what people show, search, and what recruiters see. The words are explained in permission-matrix.ts. */
export const recruitingRights: readonly Rights[] = [
  {
    route: 'visibility', address: '/people/{}/visibility',
    get: `
      whose:                       subject  report  colleague  manager  stranger  erased  left  nobody
      anonymous+disabled           login
      subject                      own      404     404        404      404       404     404   404
      report                       404      own     404        404      404       404     404   404
      colleague                    404      404     own        404      404       404     404   404
      manager                      404      404     404        own      404       404     404   404
      head+deputy+other            404      404     404        404      404       404     404   404
      recruiter+admin              404      404     404        404      404       404     404   404`,
    forms: {
      'choose what to show': `
        whose:                       subject  report  colleague  manager  stranger  erased  left  nobody
        anonymous+disabled           401
        subject                      done     404     404        404      404       404     404   404
        report                       404      done    404        404      404       404     404   404
        colleague                    404      404     done       404      404       404     404   404
        manager                      404      404     404        done     404       404     404   404
        head+deputy+other            404      404     404        404      404       404     404   404
        recruiter+admin              404      404     404        404      404       404     404   404`,
      'offer a move': `
        whose:                       subject  report  colleague  manager  stranger  erased  left  nobody
        anonymous+disabled           401
        subject                      done     404     404        404      404       404     404   404
        report                       404      done    404        404      404       404     404   404
        colleague                    404      404     done       404      404       404     404   404
        manager                      404      404     404        done     404       404     404   404
        head+deputy+other            404      404     404        404      404       404     404   404
        recruiter+admin              404      404     404        404      404       404     404   404`,
      'answer for the name': `
        whose:                       subject  report  colleague  manager  stranger  erased  left  nobody
        anonymous+disabled           401
        subject                      done     404     404        404      404       404     404   404
        report                       404      done    404        404      404       404     404   404
        colleague                    404      404     done       404      404       404     404   404
        manager                      404      404     404        done     404       404     404   404
        head+deputy+other            404      404     404        404      404       404     404   404
        recruiter+admin              404      404     404        404      404       404     404   404`,
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
