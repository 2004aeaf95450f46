import { addDays, type Day } from '#app/domain/date.ts';
import { at, type Member } from './members.ts';
import type { Draft } from './rows.ts';

type Request = Draft['rows']['ratingRequests'][number];

/** What people ask about levels: the technician of managers and colleagues, a report of the manager, and colleagues of the technician. */
export function draftRequests(today: Day, { rows, key }: Draft, members: readonly Member[]): void {
  const technician = members.find(({ plan }) => plan.account === 'technician')!;
  const mates = members.filter((one) => one !== technician && !one.leads && one.leftOn === null && one.team === technician.team && one.managerId === technician.managerId);
  const [first, second, third] = mates;
  const ask = (given: Pick<Request, 'personId' | 'skillId' | 'kind'> & Partial<Request>, daysAgo: number) => {
    rows.ratingRequests.push({ askedOf: null, message: null, answer: null, answeredAt: null, answeredBy: null, reply: null, ratingId: null, askedAt: at(addDays(today, -daysAgo), 10, 20), ...given });
  };
  const mine = waitingSkills(rows, technician.personId);
  const { personId, managerId } = technician;
  if (mine[0]) ask({ personId, skillId: mine[0], kind: 'confirm', message: 'I have done this alone since the spring; the notes are with the rating.' }, 3);
  if (mine[1]) {
    ask({
      personId, skillId: mine[1], kind: 'confirm', answer: 'declined', answeredBy: managerId, answeredAt: at(addDays(today, -15), 14, 5),
      reply: 'Not yet: take the next two of these from start to end, then let us look at them together.',
    }, 18);
  }
  if (!first || !second || !third) return;
  ask({ personId, skillId: 'teamwork', kind: 'peer', askedOf: first.personId, message: 'We shared the early shift for half a year. How do you see it?' }, 2);
  const ratingId = key('ratings');
  rows.ratings.push({
    ratingId, personId, skillId: 'escalation', level: 4, source: 'peer', ratedBy: second.personId, ratedAt: at(addDays(today, -9), 13, 40), note: 'Calm and complete, also at the end of a long day.',
  });
  ask({ personId, skillId: 'escalation', kind: 'peer', askedOf: second.personId, answer: 'rated', answeredBy: second.personId, answeredAt: at(addDays(today, -9), 13, 40), ratingId }, 12);
  ask({ personId: second.personId, skillId: 'patience', kind: 'peer', askedOf: personId, message: 'You sat beside me during the move of the payroll office.' }, 4);
  ask({ personId: third.personId, skillId: 'client-os', kind: 'peer', askedOf: personId }, 1);
  const report = mates.find((one) => waitingSkills(rows, one.personId).length > 0);
  if (report) ask({ personId: report.personId, skillId: waitingSkills(rows, report.personId)[0]!, kind: 'confirm', message: 'Could you look at this before our talk?' }, 6);
}

/** The skills in which what somebody says now is above what is confirmed, as their rows have it. */
function waitingSkills({ ratings }: Draft['rows'], personId: number): string[] {
  const own = ratings.filter((rating) => rating.personId === personId && rating.source !== 'peer');
  return [...new Set(own.map(({ skillId }) => skillId))].filter((skill) => {
    const newest = (source: string) => own.filter((one) => one.skillId === skill && one.source === source).sort((a, b) => (String(a.ratedAt) < String(b.ratedAt) ? 1 : -1))[0];
    const [said, confirmed] = [newest('self'), newest('manager')];
    return said !== undefined && said.level > (confirmed?.level ?? 0) && (confirmed === undefined || String(said.ratedAt) > String(confirmed.ratedAt));
  });
}
