import { ownAlone, ownAndLine, type Rights } from './rights.ts';

/** The person and the line write alike. */
const written = ownAndLine('done', 'done', '401');

/** Who may ask what of plans. The words are explained in permission-matrix.ts. */
export const planRights: readonly Rights[] = [
  { route: 'plan', address: '/people/{}/plan', get: ownAndLine('own', 'line'), forms: { 'start a plan': written, 'move an item': written } },
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
  { route: 'plan-ledger', address: '/people/{}/plan/ledger', get: ownAndLine('all', 'all'), forms: null },
  { route: 'mentors', address: '/people/{}/plan/mentors', get: ownAndLine('all', 'all'), forms: null },
  {
    route: 'mentoring', address: '/people/{}/mentoring', get: ownAndLine('own', '403'),
    forms: {
      'offer to be asked': ownAlone('done', '401'),
    },
  },
  { route: 'plan-item', address: '/people/{}/plan/items/new', get: ownAndLine('empty', 'empty'), forms: { 'add to a plan': written } },
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
