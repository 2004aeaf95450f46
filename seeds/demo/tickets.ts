import { createHash } from 'node:crypto';
import { addDays, addMonths, type Day } from '#app/domain/date.ts';
import type { FileType } from '#app/domain/file-type.ts';
import { quarterOf, suggestionText, ticketSuggestions, type TicketCount } from '#app/domain/ticket-evidence.ts';
import { defaultPolicy } from '#app/domain/policy.ts';
import { chanceFor } from './chance.ts';
import { smallPdf, smallPng } from './files.ts';
import { at, type Member } from './members.ts';
import type { Draft } from './rows.ts';

/** What the technician closes, what each category shows, and on how many working days of a hundred there is any of it. One shows nothing, on purpose. */
const categories: readonly { category: string; skill: string | null; days: number; most: number }[] = [
  { category: 'Locked account', skill: 'account-access', days: 70, most: 3 },
  { category: 'Mailbox', skill: 'exchange-admin', days: 40, most: 2 },
  { category: 'Windows', skill: 'client-os', days: 35, most: 2 },
  { category: 'Office programs', skill: 'desktop-applications', days: 30, most: 2 },
  { category: 'Laptop or screen', skill: 'desktop-hardware', days: 8, most: 1 },
  { category: 'Working from home', skill: 'desktop-networking', days: 6, most: 1 },
  { category: 'Order for the stockroom', skill: null, days: 15, most: 2 },
];
/** What was said to the suggestions of the first quarter; the others still wait. */
const answers = [{ skill: 'account-access', answer: 'accepted' }, { skill: 'desktop-applications', answer: 'discarded' }] as const;

/** The closed tickets of the technician over three quarters, the last of them up to yesterday; what was made of them; and two files as evidence. */
export function draftTickets(today: Day, draft: Draft, { personId, name }: Member): void {
  const { rows, key } = draft;
  const chance = chanceFor(`${name} tickets`);
  const quarterOn = quarterOf(addMonths(today, -6));
  for (const { category, skill } of categories) {
    rows.ticketCategories.push({ personId, category });
    if (skill !== null) rows.ticketMappings.push({ personId, category, skillId: skill });
  }
  const counts: TicketCount[] = [];
  for (let closedOn = quarterOn; closedOn < today; closedOn = addDays(closedOn, 1)) {
    if (isWeekend(closedOn)) continue;
    for (const { category, days, most } of categories) {
      if (!chance.odds(days / 100)) continue;
      const tickets = chance.between(1, most);
      rows.ticketCounts.push({ personId, closedOn, category, tickets });
      addTo(counts, { quarterOn: quarterOf(closedOn), category, tickets, firstOn: closedOn, lastOn: closedOn });
    }
  }
  const skillsOf = new Map(categories.map(({ category, skill }) => [category, skill === null ? [] : [skill]]));
  const suggestions = ticketSuggestions(counts.filter((count) => count.quarterOn === quarterOn), skillsOf, [], defaultPolicy);
  const answeredAt = at(addDays(addMonths(quarterOn, 3), 4), 16, 10);
  for (const { skill, answer } of answers) {
    const suggestion = suggestions.find((one) => one.skill === skill)!;
    rows.ticketSuggestions.push({ personId, skillId: skill, quarterOn, answer, tickets: suggestion.tickets, answeredAt });
    if (answer === 'accepted') {
      const evidenceId = key('evidence');
      rows.evidence.push({ evidenceId, personId, kind: 'text', addedBy: personId, addedAt: answeredAt, body: suggestionText(suggestion) });
      rows.evidenceSkills.push({ evidenceId, skillId: skill });
      rows.ticketPieces.push({ evidenceId, personId, skillId: skill, quarterOn, tickets: suggestion.tickets });
    }
  }
  const keep = (file: { name: string; mediaType: FileType; content: Buffer; skill: string; addedOn: Day }) => {
    const evidenceId = key('evidence');
    const { mediaType, content } = file;
    rows.evidence.push({ evidenceId, personId, kind: 'file', addedBy: personId, addedAt: at(file.addedOn, 17, 20), body: file.name });
    rows.evidenceSkills.push({ evidenceId, skillId: file.skill });
    rows.evidenceFiles.push({ evidenceId, mediaType, sizeBytes: content.length, sha256: createHash('sha256').update(content).digest(), content });
  };
  keep({ name: 'mailbox-move-checklist.pdf', mediaType: 'application/pdf', content: smallPdf(moveChecklist), skill: 'exchange-admin', addedOn: addDays(today, -117) });
  keep({ name: 'locked-account-calls.png', mediaType: 'image/png', content: smallPng([15, 14, 16, 12, 9, 8, 7, 7, 6]), skill: 'knowledge-management', addedOn: addDays(today, -40) });
}

const moveChecklist = [
  'Moving the mailboxes of the sales office', '', '1. Count mailboxes, delegates and shared calendars', '2. Tell everybody the evening and what will look different',
  '3. Move five, wait for the morning, ask them', '4. Move the rest, one batch an hour', '5. Check shared calendars with two people of each team', '6. Write down what went wrong, for the next office',
];

function isWeekend(day: Day): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}

/** Days come early to late. */
function addTo(counts: TicketCount[], one: TicketCount): void {
  const known = counts.find(({ quarterOn, category }) => quarterOn === one.quarterOn && category === one.category);
  if (!known) counts.push(one);
  else {
    known.tickets += one.tickets;
    known.lastOn = one.lastOn;
  }
}
