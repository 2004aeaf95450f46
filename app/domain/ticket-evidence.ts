import type { Day } from './date.ts';
import { dayText } from './day-text.ts';
import type { Policy } from './policy.ts';

/** What was answered is asked again once there are half as many again, and at least so many more as are worth suggesting at all. */
const growth = 1.5;

/** Tickets of one category closed in one quarter, and the days of the first and the last of them. */
export interface TicketCount {
  /** The quarter's first day. */
  quarterOn: Day;
  category: string;
  tickets: number;
  firstOn: Day;
  lastOn: Day;
}

/** An answer to a suggestion: of how many tickets it was, and for how many of them evidence stands. */
export interface TicketAnswer {
  skill: string;
  quarterOn: Day;
  tickets: number;
  accepted: number;
}

/** Tickets of one quarter as evidence for one skill. It never says at which level. */
export interface TicketSuggestion {
  skill: string;
  quarterOn: Day;
  tickets: number;
  firstOn: Day;
  lastOn: Day;
  /** The most frequent first. */
  categories: { category: string; tickets: number }[];
  /** How many there were when it was answered before; null when it never was. */
  answered: number | null;
  /** For how many of them evidence stands already. */
  accepted: number;
}

/** The first day of the calendar quarter in which a day lies. */
export function quarterOf(day: Day): Day {
  const month = Number(day.slice(5, 7));
  return `${day.slice(0, 5)}${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`;
}

/**
 * What the closed tickets of each quarter are evidence for, newest quarter first, in it the most tickets first. A category that shows
 * several skills counts for each of them; one that shows none counts for nothing. What was answered stays answered, until the quarter has grown a lot.
 */
export function ticketSuggestions(counts: readonly TicketCount[], skillsOf: ReadonlyMap<string, readonly string[]>, answers: readonly TicketAnswer[], policy: Pick<Policy, 'ticketsWorthAsking'>): TicketSuggestion[] {
  const answered = new Map(answers.map((answer) => [`${answer.quarterOn} ${answer.skill}`, answer]));
  const found = new Map<string, TicketSuggestion>();
  for (const { quarterOn, category, tickets, firstOn, lastOn } of counts) {
    for (const skill of new Set(skillsOf.get(category) ?? [])) {
      const key = `${quarterOn} ${skill}`;
      const answer = answered.get(key);
      const known = found.get(key) ?? { skill, quarterOn, tickets: 0, firstOn, lastOn, categories: [], answered: answer?.tickets ?? null, accepted: answer?.accepted ?? 0 };
      known.tickets += tickets;
      if (firstOn < known.firstOn) known.firstOn = firstOn;
      if (lastOn > known.lastOn) known.lastOn = lastOn;
      known.categories.push({ category, tickets });
      found.set(key, known);
    }
  }
  const worth = [...found.values()].filter((one) => isWorthAsking(one, policy.ticketsWorthAsking));
  for (const { categories } of worth) categories.sort((a, b) => b.tickets - a.tickets || compare(a.category, b.category));
  return worth.sort((a, b) => compare(b.quarterOn, a.quarterOn) || b.tickets - a.tickets || compare(a.skill, b.skill));
}

/**
 * A suggestion as evidence in words, numbers, days and categories and nothing of what a ticket said: "37 tickets closed between 3 July 2026 and
 * 28 September 2026, by category: Printer 30, Scanner 7."; of one day "37 tickets closed on 3 July 2026, …". Beside `told` tickets that another
 * piece tells of, the others alone: "19 more tickets closed on 3 July 2026, beside 37 that are evidence already. Categories: Printer, Scanner."
 */
export function suggestionText({ tickets, firstOn, lastOn, categories }: Pick<TicketSuggestion, 'tickets' | 'firstOn' | 'lastOn' | 'categories'>, told = 0): string {
  const when = firstOn === lastOn ? `on ${dayText(firstOn)}` : `between ${dayText(firstOn)} and ${dayText(lastOn)}`;
  const named = (one: (category: TicketSuggestion['categories'][number]) => string) => `${categories.slice(0, 10).map(one).join(', ')}${categories.length > 10 ? ' and others' : ''}.`;
  if (told === 0) return `${tickets} tickets closed ${when}, by category: ${named(({ category, tickets: count }) => `${category} ${count}`)}`;
  return `${tickets - told} more tickets closed ${when}, beside ${told} that are evidence already. Categories: ${named(({ category }) => category)}`;
}

function isWorthAsking({ tickets, answered }: TicketSuggestion, least: number): boolean {
  return tickets >= least && (answered === null || (tickets >= answered * growth && tickets - answered >= least));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
