import { ownAlone, ownAndLine, type Rights } from './rights.ts';

/** Who may ask what of people: the directory, paths, skills, conversations and talks. The words are explained in permission-matrix.ts. */
export const peopleRights: readonly Rights[] = [
  {
    route: 'skills', address: '/people/{}/skills',
    get: ownAndLine('own', 'line'),
    forms: {
      'confirm levels': ownAndLine('kept', 'done', '401'),
      'ask to confirm': ownAndLine('done', '403', '401'),
      'say it is still true': ownAndLine('done', '403', '401'),
      'rate many': ownAndLine('done', '403', '401'),
    },
  },
  {
    route: 'skills', address: '/people/{}/skills?rate=role', forms: {},
    get: ownAlone('many'),
  },
  {
    route: 'rate-skill', address: '/people/{}/skills/patience',
    get: ownAndLine('own', 'line'),
    forms: {
      'confirm a level': ownAndLine('kept', 'done', '401'),
      'withdraw a question': ownAndLine('done', '403', '401'),
      'say not yet': ownAndLine('403', 'done', '401'),
      'rate a skill': ownAndLine('done', '403', '401'),
    },
  },
  {
    route: 'conversation', address: '/people/{}/conversation',
    get: ownAndLine('own', 'line'),
    forms: {
      'say a wish': `
        whose:               subject  report  colleague  manager  stranger  erased  left  absent  huge+beyond+negative+zero+word
        anonymous+disabled   401
        subject              done     403     403        403      403       403     403   403     404
        report               403      done    403        403      403       403     403   403     404
        colleague            403      403     done       403      403       403     403   403     404
        manager              403      403     403        done     403       403     403   403     404
        head+deputy+other    403      403     403        403      403       403     403   403     404
        recruiter+admin      403      403     403        403      403       403     403   403     404`,
    },
  },
  {
    route: 'flags', address: '/flags', forms: null,
    get: `
      anonymous+disabled                login
      subject                           one
      manager+head+deputy               three
      other                             four
      report+colleague+recruiter+admin  403`,
  },
  {
    route: 'talk-new', address: '/talks/new?person={}',
    get: `
      whose:               subject  report  colleague  manager  stranger  erased  left  nobody
      anonymous+disabled   login
      subject              403      form    404        404      404       404     404   404
      manager              form     form    form       403      404       404     404   404
      head                 form     form    form       form     404       404     404   404
      deputy               form     form    form       404      404       404     404   404
      other                404      404     404        404      form      404     404   404
      report+colleague     403
      recruiter+admin      403`,
    forms: {
      'record a talk': `
        whose:               subject  report  colleague  manager  stranger  erased  left  absent  huge+beyond+negative+zero+word
        anonymous+disabled   401
        subject              403      done    404        404      404       404     404   404     kept
        manager              done     done    done       403      404       404     404   404     kept
        head                 done     done    done       done     404       404     404   404     kept
        deputy               done     done    done       404      404       404     404   404     kept
        other                404      404     404        404      done      404     404   404     kept
        report+colleague     403
        recruiter+admin      403`,
    },
  },
  {
    route: 'talk', address: '/talks/{}', ids: 'talks',
    get: ownAndLine('talk', 'talk'),
    forms: {
      'read a talk': ownAlone('done', '401'),
    },
  },
  {
    route: 'people', address: '/people', forms: null,
    get: `
      anonymous+disabled   login
      subject+report+colleague+manager+head+deputy+other  colleagues
      recruiter            own
      admin                everybody`,
  },
  {
    route: 'my-path', address: '/people/{}', forms: null,
    get: `
      whose:               subject  report  colleague  manager  stranger  erased  left  nobody
      anonymous+disabled   login
      subject              own      line    card       card     card      404     404   404
      report               card     own     card       card     card      404     404   404
      colleague            card     card    own        card     card      404     404   404
      manager              line     line    line       own      card      404     404   404
      head                 line     line    line       line     card      404     404   404
      deputy               line     line    line       card     card      404     404   404
      other                card     card    card       card     line      404     404   404
      recruiter            404      404     404        404      404       404     404   404
      admin                card     card    card       card     card      404     card  404`,
  },
  {
    route: 'palette', address: '/palette?q=Head', resource: true, forms: null,
    get: `
      anonymous+disabled   login
      subject+report+colleague+manager+head+deputy+other+admin  one
      recruiter            none`,
  },
  {
    route: 'palette', address: '/palette?q=Left', resource: true, forms: null,
    get: `
      anonymous+disabled   login
      subject+report+colleague+manager+head+deputy+other+recruiter  none
      admin                one`,
  },
];
