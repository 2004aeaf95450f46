import { addDays, addMonths, earlierOf, laterOf, type Day } from '#app/domain/date.ts';
import type { Outcome } from '#app/domain/settlement.ts';
import type { Wish } from '#app/domain/outcome.ts';
import { goesOn, type ReviewRule } from '#app/domain/role.ts';
import { starterCatalogue } from '#seeds/reference/catalogue.ts';
import { ago, at, currentStay, type Member } from './members.ts';
import type { Draft } from './rows.ts';

const rules = new Map(starterCatalogue.families.map(({ id, review }) => [id, review as ReviewRule]));

interface Decision {
  outcome: Outcome;
  decidedOn: Day;
  nextCheckOn: Day;
  withdrawnOn: Day | null;
  wish: Wish | null;
}

const notes: Record<Outcome, readonly string[]> = {
  stay: ['Likes the work and the people, and wants to go on. Will look after the two new starters.', 'Happy where things are; asked for the early shift again. We look at it once more in a year.'],
  recognise: ['Not a year for moving. Takes over the printer contract, and the pay band was raised one step.', 'Wants another year before deciding. The knowledge base is now officially theirs.'],
  develop: ['Agreed on two shadowing days a month with the neighbouring team and a test server to practise on.', 'A certificate by the summer, one on-call week under guidance, then we talk again.'],
  defer: ['The office move takes all of us until it is done; talk right after it.', 'Back from leave only last month, so we gave it a little more time.'],
  promote: ['Promoted.'],
  move: ['Moved.'],
};
const checkInNotes = ['Quarterly check-in: workload is fine again, the late shift is not. Swapped two weeks.', 'Went through the skills page together; three levels to confirm next time.', 'Asked about a day with the data centre team. Arranged for next month.'];
const wishNotes: Record<Wish, readonly (string | null)[]> = {
  move: ['I would like to learn something new.', 'Ready for the next thing.', null],
  stay: ['I choose to stay: I like what I do here.', null],
  unsure: ['Ask me again in spring.', 'I can see myself doing something else one day, but I am not sure yet.', null],
};

/** Wishes, talks and their outcomes of one person: each outcome follows the one before it. */
export function draftTalks(today: Day, draft: Draft, member: Member): void {
  const decisions = decisionsOf(today, member);
  draftWishes(today, draft, member, decisions);
  const { managerId, personId, chance } = member;
  if (managerId === null) return;
  let previousId: number | null = null;
  for (const { outcome, decidedOn, nextCheckOn, withdrawnOn, wish } of decisions) {
    const settlementId = draft.key('settlements');
    const talked = outcome !== 'promote' && outcome !== 'move';
    const talkId = talked ? draft.key('talks') : null;
    const note = chance.pick(notes[outcome]);
    const read = addDays(decidedOn, chance.between(1, 5));
    if (talkId !== null) {
      draft.rows.talks.push({
        talkId, personId, kind: 'two-year', heldOn: decidedOn, wish, note, recordedBy: managerId, recordedAt: at(decidedOn, 15, 20),
        // What was recorded long ago has been read; the newest may still wait for that.
        acknowledgedAt: read < today && (decidedOn < ago(today, 2) || chance.odds(0.5)) ? at(read, 8, 50) : null, comment: chance.odds(0.15) ? 'Thank you, that is how I remember it too.' : null,
      });
    }
    draft.rows.settlements.push({
      settlementId, personId, previousId, talkId, correctsId: null, outcome, reason: outcome === 'defer' ? note : null, decidedOn,
      recordedAt: at(decidedOn, 15, 20), decidedBy: managerId, nextCheckOn, withdrawnOn,
    });
    previousId = settlementId;
  }
  if (!chance.odds(0.3) || currentStay(member).from > ago(today, 4)) return;
  const heldOn = ago(today, chance.between(1, 3), chance.between(0, 20));
  draft.rows.talks.push({
    talkId: draft.key('talks'), personId, kind: 'check-in', heldOn, wish: null, note: chance.pick(checkInNotes), recordedBy: managerId, recordedAt: at(heldOn, 16),
    acknowledgedAt: chance.odds(0.7) ? at(addDays(heldOn, 2), 9) : null, comment: null,
  });
}

/** Everything that was decided, early to late. */
function decisionsOf(today: Day, member: Member): Decision[] {
  const { plan, stays, leftOn } = member;
  const end = leftOn ?? today;
  const decisions: Decision[] = [];
  let spellStart = stays[0]!.from;
  stays.slice(1).forEach((stay, place) => {
    const before = stays[place]!;
    const rule = rules.get(before.familyId)!;
    const goes = goesOn(rule, before, stay);
    const decidedOn = laterOf(addDays(stay.from, -14), before.from);
    // Of what lies far back only the career is known.
    if (stay.from > ago(today, 48)) {
      decisions.push(...regularTalks(member, rule, spellStart, decisions, decidedOn));
      decisions.push({ outcome: stay.grade > before.grade ? 'promote' : 'move', decidedOn, nextCheckOn: goes ? addMonths(stay.from, rule.renewMonths) : stay.from, withdrawnOn: null, wish: 'move' });
    }
    if (!goes) spellStart = stay.from;
  });
  const rule = rules.get(currentStay(member).familyId)!;
  if (plan.settled === undefined) return [...decisions, ...regularTalks(member, rule, spellStart, decisions, addDays(end, -8))];
  return [...decisions, ...plan.settled.map(({ outcome, monthsAgo, check, withdrawnDaysAgo }): Decision => {
    const decidedOn = ago(today, monthsAgo);
    const withdrawnOn = withdrawnDaysAgo === undefined ? null : addDays(today, -withdrawnDaysAgo);
    return { outcome, decidedOn, nextCheckOn: addMonths(decidedOn, check), withdrawnOn, wish: wishBehind(outcome, member) };
  })];
}

/** Talks held as they fell due, until one is still to come or has been left waiting. */
function regularTalks(member: Member, rule: ReviewRule, spellStart: Day, earlier: readonly Decision[], until: Day): Decision[] {
  const { chance, plan } = member;
  const decisions: Decision[] = [];
  let due = earlier.filter(({ decidedOn }) => decidedOn >= spellStart).reduce((latest, { nextCheckOn }) => laterOf(latest, nextCheckOn), addMonths(spellStart, rule.afterMonths));
  while (due < until && !chance.odds(0.08)) {
    const decidedOn = earlierOf(laterOf(addDays(due, chance.between(-30, 20)), spellStart), until);
    const outcome = plan.wish === 'stay' ? 'stay' : chance.pick(['stay', 'recognise', 'develop', 'develop', 'defer'] as const);
    const months = outcome === 'develop' ? chance.between(6, 12) : outcome === 'defer' ? chance.between(3, 5) : rule.renewMonths;
    decisions.push({ outcome, decidedOn, nextCheckOn: addMonths(decidedOn, months), withdrawnOn: null, wish: wishBehind(outcome, member) });
    due = laterOf(due, addMonths(decidedOn, months));
  }
  return decisions.filter(({ outcome }, place) => outcome !== 'defer' || decisions[place - 1]?.outcome !== 'defer');
}

function wishBehind(outcome: Outcome, { plan }: Member): Wish | null {
  if (outcome === 'stay') return 'stay';
  if (outcome === 'recognise') return 'unsure';
  if (outcome === 'develop') return plan.wish === 'unsure' ? 'unsure' : 'move';
  return null;
}

/** What the person said, each wish until the next; the last one stands. */
function draftWishes(today: Day, { rows }: Draft, { plan, personId, chance, stays, leftOn }: Member, decisions: readonly Decision[]): void {
  const stated: { wish: Wish; on: Day; until: Day | null }[] = [];
  const say = (wish: Wish, on: Day) => {
    const last = stated.at(-1);
    if (last?.wish === wish && last.until === null) return;
    if (last && last.until === null) last.until = on;
    stated.push({ wish, on, until: null });
  };
  for (const { outcome, wish, decidedOn, withdrawnOn } of decisions) {
    if (wish === null || outcome === 'promote' || outcome === 'move') continue;
    say(wish, laterOf(addDays(decidedOn, -4), stated.at(-1)?.on ?? stays[0]!.from));
    if (withdrawnOn !== null) stated.at(-1)!.until = withdrawnOn;
  }
  if (plan.wish && leftOn === null) {
    const lately = laterOf(earlierOf(addDays(today, -11), ago(today, chance.between(0, 3), 11)), stays[0]!.from);
    say(plan.wish, laterOf(lately, stated.at(-1)?.until ?? stated.at(-1)?.on ?? lately));
  }
  for (const { wish, on, until } of stated) {
    rows.wishes.push({
      personId, wish, roleId: wish === 'move' ? plan.towards?.[0]?.[0] ?? null : null, note: chance.pick(wishNotes[wish]), statedAt: at(on, 11), withdrawnAt: until === null ? null : at(until, 11),
    });
  }
}
