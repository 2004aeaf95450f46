import { answerTickets, undoAnswer } from '#app/features/tickets/commands/answer.server.ts';
import { mapCategories, type MappedCategories } from '#app/features/tickets/commands/categories.server.ts';
import { takeTickets } from '#app/features/tickets/commands/take.server.ts';
import type { TicketsForm } from '#app/features/tickets/input.server.ts';
import { readTickets } from '#app/features/tickets/read-tickets.server.ts';
import { notFound, refused, type Refused, type Result, type SignedCall } from '#app/server/command.server.ts';
import { readUpload } from '#app/server/upload.server.ts';
import { plural } from '#app/ui/format.ts';
import type { z } from 'zod';

/** So many faults of a file are named; more say nothing new. */
const mostNamed = 20;

/** Carries out the form of the page that was sent, and says in a sentence what came of it. */
export async function carryOut(call: SignedCall, person: number, form: z.output<typeof TicketsForm>): Promise<Result<string>> {
  switch (form.intent) {
    case 'upload':
      return takeFile(call, person, form.file);
    case 'map':
      return said(await mapCategories(call, person, form), mappedText);
    case 'answer':
      return said(await answerTickets(call, person, form), ({ skill }) => (form.answer === 'accepted' ? `Added to your evidence for ${skill}. You can put it to a rating on the page of the skill.` : 'Discarded. You can take that back below.'));
    case 'undo':
      return said(await undoAnswer(call, person, form), () => 'Taken back: it is suggested again.');
  }
}

async function takeFile(call: SignedCall, person: number, file: File): Promise<Result<string>> {
  // Nobody else's file is even read.
  if (call.actor.personId !== person) return notFound();
  const upload = await readUpload(file);
  const { counts, problems } = readTickets(upload.bytes, call.clock);
  if (problems) return faulty(problems);
  return said(await takeTickets(call, person, counts, upload.sha256), ({ tickets, days, changed }) => (
    `Read ${plural(tickets, 'ticket', 'tickets')} on ${plural(days, 'day', 'days')}. ${changed === 0 ? 'No day that was here already changed.' : `${plural(changed, 'day that was here already was', 'days that were here already were')} replaced.`}`));
}

function mappedText({ categories, meanwhile }: MappedCategories): string {
  const left = Object.entries(meanwhile).map(([category, words]) => ` “${category}” had been changed in another window: it ${words}, so it was left as it is.`);
  return `Saved for ${plural(categories, 'category', 'categories')}.${left.join('')}`;
}

function faulty(problems: readonly { line: number; reason: string }[]): Refused {
  const named = [...problems].sort((a, b) => a.line - b.line).slice(0, mostNamed).map(({ line, reason }) => `Line ${line}: ${reason}`);
  const more = problems.length > mostNamed ? ` And ${plural(problems.length - mostNamed, 'more fault', 'more faults')}.` : '';
  return refused(`Nothing was saved, as the file has ${plural(problems.length, 'fault', 'faults')}. ${named.join(' ')}${more}`, 'file');
}

function said<T>(result: Result<T>, words: (value: T) => string): Result<string> {
  return result.done ? { ...result, value: words(result.value) } : result;
}
