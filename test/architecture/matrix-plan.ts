import type { Rights } from './rights.ts';

/** For what the person and the line find and write alike, the page of oneself apart. */
const page = (own: string, line: string) => `
      whose:               subject  report   colleague  manager  stranger  erased  left  nobody
      anonymous+disabled   login
      subject              ${own}      ${line}     404        404      404       404     404   404
      report               404      ${own}      404        404      404       404     404   404
      colleague            404      404      ${own}        404      404       404     404   404
      manager              ${line}     ${line}     ${line}       ${own}      404       404     404   404
      head                 ${line}     ${line}     ${line}       ${line}     404       404     404   404
      deputy               ${line}     ${line}     ${line}       404      404       404     404   404
      other                404      404      404        404      ${line}      404     404   404
      recruiter+admin      404      404      404        404      404       404     404   404`;
const written = page('done', 'done').replace('login', '401');

/** Who may ask what of plans. The words are explained in permission-matrix.ts. */
export const planRights: readonly Rights[] = [
  { route: 'plan', address: '/people/{}/plan', get: page('own', 'line'), forms: { 'start a plan': written, 'move an item': written } },
  {
    route: 'plan', address: '/people/{}/plan?route=help-desk-technician.desktop-support-technician', forms: {},
    get: `
      whose:                     subject  report  stranger  nobody
      anonymous+disabled         login
      subject                    asked    asked   404       404
      report                     404      asked   404       404
      manager+head+deputy        asked    asked   404       404
      other                      404      404     asked     404
      colleague+recruiter+admin  404      404     404       404`,
  },
  { route: 'plan-ledger', address: '/people/{}/plan/ledger', get: page('all', 'all'), forms: null },
  { route: 'mentors', address: '/people/{}/plan/mentors', get: page('all', 'all'), forms: null },
  {
    route: 'mentoring', address: '/people/{}/mentoring', get: page('own', '403'),
    forms: {
      'offer to be asked': `
        whose:               subject  report  colleague  manager  stranger  erased  left  nobody
        anonymous+disabled   401
        subject              done     404     404        404      404       404     404   404
        report               404      done    404        404      404       404     404   404
        colleague            404      404     done       404      404       404     404   404
        manager              404      404     404        done     404       404     404   404
        head+deputy+other    404      404     404        404      404       404     404   404
        recruiter+admin      404      404     404        404      404       404     404   404`,
    },
  },
  { route: 'plan-item', address: '/people/{}/plan/items/new', get: page('empty', 'empty'), forms: { 'add to a plan': written } },
  {
    route: 'plan-item', address: '/people/{}/plan/items/{planItem}',
    get: `
      whose:                       subject  report   stranger  nobody
      anonymous+disabled           login
      subject                      item     404      404      404
      manager+head+deputy          item     404      404      404
      report+colleague+other       404      404      404      404
      recruiter+admin              404      404      404      404`,
    forms: {
      'change an item': `
        whose:                       subject  report   stranger  nobody
        anonymous+disabled           401
        subject                      done     404      404      404
        manager+head+deputy          done     404      404      404
        report+colleague+other       404      404      404      404
        recruiter+admin              404      404      404      404`,
      'rate from an item': `
        whose:                       subject  report   stranger  nobody
        anonymous+disabled           401
        subject                      kept     404      404      404
        manager+head+deputy          403      404      404      404
        report+colleague+other       404      404      404      404
        recruiter+admin              404      404      404      404`,
    },
  },
  {
    route: 'plan-item-done', address: '/people/{}/plan/items/{planItem}/done',
    get: `
      whose:                       subject  report   stranger  nobody
      anonymous+disabled           login
      subject                      own      404      404      404
      manager+head+deputy          line     404      404      404
      report+colleague+other       404      404      404      404
      recruiter+admin              404      404      404      404`,
    forms: {
      'finish an item': `
        whose:                       subject  report   stranger  nobody
        anonymous+disabled           401
        subject                      done     404      404      404
        manager+head+deputy          done     404      404      404
        report+colleague+other       404      404      404      404
        recruiter+admin              404      404      404      404`,
    },
  },
];
