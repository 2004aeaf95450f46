import { addDays, daysBetween, type Day } from '#app/domain/date.ts';
import { starterCatalogue } from '#seeds/reference/catalogue.ts';
import { levelsHeld, type HeldLevel } from './levels.ts';
import { at, type Member } from './members.ts';
import type { Draft } from './rows.ts';

const skills = new Map(starterCatalogue.skills.map((skill) => [skill.id, skill]));

const selfNotes = ['Doing this alone since the spring.', 'Handled the outage in the finance office with it.', 'Still ask for help with the odd ones.', 'Showed two new colleagues how.', 'Went up after the course.'];
const managerNotes = ['Agreed: saw it in the major incident review.', 'Talked through three tickets together.', 'Solid. The hard cases come next.', 'As we discussed in our talk.', 'Colleagues ask for this one by name.'];
/** What the technician of the demonstration can show, skill by skill. */
const shown: Readonly<Record<string, string>> = {
  'exchange-admin': 'Moved forty shared mailboxes of the sales office with the messaging team, two evenings in May.',
  'account-access': 'Closed the access review of the warehouse: 312 accounts, 19 of them long gone.',
  'knowledge-management': 'Rewrote the article on locked accounts; calls about it halved.',
  'customer-service': 'The payroll office sent thanks after the quarter-end weekend.',
  troubleshooting: 'Found out why the Vale Park tills froze every Monday: the clock of one switch.',
  scripting: 'https://tickets.harbour-vale.example/article/6386',
};
const proofs: Record<string, readonly string[]> = {
  technical: ['Did this alone for the whole of the Northgate move; nothing had to be done twice.', 'Major incident in March: found the cause within the hour.', 'Wrote the checklist that the whole team uses for it now.'],
  process: ['Took over the Monday queue: nothing older than two days for a month.', 'Rewrote the article on locked accounts; calls about it halved.'],
  behaviour: ['The payroll office sent thanks after the quarter-end weekend.', 'Stayed on the line for an hour with the director’s broken telephone.'],
  knowledge: ['Explained the order run to the new starters from the warehouse’s side.'],
  leadership: ['Planned the cover for the whole summer without a gap.', 'Looked after two apprentices for half a year.'],
};

/** Ratings over time, with notes and evidence, interests and when a skill was last used. */
export function draftRatings(today: Day, draft: Draft, member: Member, colleagues: readonly Member[]): void {
  const { chance, plan, personId } = member;
  const held = levelsHeld(today, member);
  const latest = new Map<string, number>();
  for (const one of held) latest.set(one.skill, rateOverTime(today, draft, member, one));
  const isShown = plan.account === 'technician';
  const proven = isShown ? [...latest].filter(([skill]) => skill in shown) : chance.some([...latest], chance.pick([0, 0, 1, 2, 3]));
  for (const [skill, ratingId] of proven) draftEvidence(today, draft, member, skill, ratingId);
  if (colleagues.length > 0) for (const one of chance.some(held, chance.pick([0, 0, 1, 2]))) ratePeer(today, draft, member, chance.pick(colleagues), one);
  for (const { skill } of chance.some(held, isShown ? held.length : chance.between(4, 10))) {
    const interest = isShown && ['exchange-admin', 'server-admin', 'scripting'].includes(skill) ? 'more' : chance.pick(['more', 'more', 'fine', 'fine', 'fine', 'less', null]);
    const daysAgo = chance.pick([2, 5, 9, 20, 45, 100, 210]);
    // What the technician did for an earlier employer and not since.
    const isFading = isShown && ['backup-recovery', 'cloud-services'].includes(skill);
    draft.rows.skillInterests.push({ personId, skillId: skill, interest, lastUsedOn: addDays(today, -(isFading ? 700 : daysAgo)) });
  }
}

/** The last rating's key. Nothing is rated before the person came or after they left, nor today. */
function rateOverTime(today: Day, { rows, key }: Draft, member: Member, { skill, claimed, confirmed }: HeldLevel): number {
  const { chance, personId, managerId, stays, leftOn } = member;
  const end = leftOn ?? today;
  const days = Math.max(12, daysBetween(stays[0]!.from, end));
  let last = 0;
  const rate = (level: number, source: 'self' | 'manager', daysAgo: number) => {
    last = key('ratings');
    const note = chance.odds(0.25) ? chance.pick(source === 'self' ? selfNotes : managerNotes) : null;
    rows.ratings.push({
      ratingId: last, personId, skillId: skill, level, source, ratedBy: source === 'self' ? personId : managerId,
      ratedAt: at(addDays(end, -Math.max(1, Math.round(daysAgo))), 9 + chance.between(0, 7), chance.between(0, 59)), note,
    });
  };
  if (days > 240 && claimed > 1 && chance.odds(0.45)) {
    const first = Math.min(1400, days * (0.55 + chance.next() * 0.35));
    rate(claimed - 1, 'self', first);
    if (managerId !== null && chance.odds(0.5)) rate(claimed - 1, 'manager', first - 12);
  }
  // Some confirmations are so old that they want repeating.
  const confirmedAgo = days > 900 && chance.odds(0.12) ? chance.between(600, 850) : Math.min(days * 0.45, chance.between(15, 330));
  if (confirmed === null) rate(claimed, 'self', Math.min(days * 0.4, chance.between(4, 260)));
  else if (confirmed >= claimed) {
    if (chance.odds(0.6)) rate(claimed, 'self', confirmedAgo + Math.min(days * 0.05, 14));
    rate(confirmed, 'manager', confirmedAgo);
  } else {
    rate(confirmed, 'manager', confirmedAgo);
    rate(claimed, 'self', Math.max(1, Math.min(confirmedAgo - 2, chance.between(2, 60))));
  }
  return last;
}

/** What a colleague says is shown and counts for nothing. */
function ratePeer(today: Day, { rows, key }: Draft, { chance, personId, stays, leftOn }: Member, colleague: Member, { skill, claimed }: HeldLevel): void {
  const end = leftOn ?? today;
  const days = Math.min(150, daysBetween(stays[0]!.from, end) - 1);
  rows.ratings.push({
    ratingId: key('ratings'), personId, skillId: skill, level: Math.min(5, Math.max(1, claimed + chance.between(-1, 1))), source: 'peer', ratedBy: colleague.personId,
    ratedAt: at(addDays(end, -chance.between(1, Math.max(1, days))), 13, 10), note: chance.odds(0.5) ? 'We worked on this together in spring.' : null,
  });
}

function draftEvidence(today: Day, { rows, key }: Draft, { personId, plan, chance, stays, leftOn }: Member, skill: string, ratingId: number): void {
  const evidenceId = key('evidence');
  const own = plan.account === 'technician' ? shown[skill] : undefined;
  const body = own ?? (chance.odds(0.25) ? `https://tickets.harbour-vale.example/article/${String(chance.between(1200, 9800))}` : chance.pick(proofs[skills.get(skill)!.kind]!));
  const kind = body.startsWith('https:') ? 'link' : 'text';
  const end = leftOn ?? today;
  const days = Math.min(200, daysBetween(stays[0]!.from, end));
  const drawn = at(addDays(end, -chance.between(1, Math.max(1, days))), 17, 5);
  // A rating stands on what was there already.
  const ratedAt = rows.ratings.find((rating) => rating.ratingId === ratingId)!.ratedAt as string;
  rows.evidence.push({ evidenceId, personId, kind, addedBy: personId, addedAt: drawn < ratedAt ? drawn : ratedAt, body });
  rows.evidenceSkills.push({ evidenceId, skillId: skill });
  rows.ratingEvidence.push({ ratingId, evidenceId });
}
