import { ownAndLine, type Rights } from './rights.ts';

/** Who may see what levels and interests say together, who may ask whom about levels, and who may answer. */
export const skillsRights: readonly Rights[] = [
  {
    route: 'skill-interests', address: '/people/{}/skills/picture', forms: null,
    get: ownAndLine('readings', 'readings'),
  },
  {
    route: 'ask-colleague', address: '/people/{}/ask?q=colleague',
    get: `
         whose:            subject  report  colleague  manager  stranger  erased  left  nobody
      anonymous+disabled   login
      subject              asked    404     404        404      404       404     404   404
      report               404      asking  404        404      404       404     404   404
      colleague            404      404     alone      404      404       404     404   404
      manager              404      404     404        asking   404       404     404   404
      head+deputy+other    404      404     404        404      404       404     404   404
      recruiter+admin      404      404     404        404      404       404     404   404`,
    forms: {
      'ask a colleague': ownAndLine('done', '403', '401'),
      'ask a recruiter': ownAndLine('kept', '403', '401'),
    },
  },
  {
    route: 'asked', address: '/asked', forms: null,
    get: `
      anonymous+disabled                            login
      subject+report+head+other+recruiter+admin     nothing
      colleague                                     view
      manager+deputy                                level`,
  },
  {
    route: 'asked-one', address: '/asked/{peerAsk}',
    get: `
      anonymous+disabled                                             login
      colleague                                                      ask
      subject+report+manager+head+deputy+other+recruiter+admin       404`,
    forms: {
      'say a level': `
        anonymous+disabled                                           401
        colleague                                                    done
        subject+report+manager+head+deputy+other+recruiter+admin     404`,
      'rather not say': `
        anonymous+disabled                                           401
        colleague                                                    done
        subject+report+manager+head+deputy+other+recruiter+admin     404`,
      'correct an answer': `
        anonymous+disabled                                           401
        colleague                                                    done
        subject+report+manager+head+deputy+other+recruiter+admin     404`,
    },
  },
  {
    route: 'asked-one', address: '/asked/{recruiterAsk}', forms: {},
    get: `
      anonymous+disabled                                                       login
      subject+report+colleague+manager+head+deputy+other+recruiter+admin       404`,
  },
];
