import { rateFromItem } from '#app/features/plans/commands/complete.server.ts';
import { addItem, moveItem, saveItem } from '#app/features/plans/commands/items.server.ts';
import type { ItemForm } from '#app/features/plans/input.server.ts';
import { notFound, type Result, type SignedCall } from '#app/server/command.server.ts';
import type { z } from 'zod';

/** Where to go on, and a sentence on what came of it. */
interface Outcome { to: string; notice: string }

/** Carries out the form that the page of an item sent; `id` is null on the page of a new one. */
export async function carryOut(call: SignedCall, person: number, id: number | null, form: z.output<typeof ItemForm>): Promise<Result<Outcome>> {
  const plan = `/people/${person}/plan`;
  if (form.intent === 'add') return id === null ? said(await addItem(call, person, form), ({ title }) => ({ to: plan, notice: `Added: ${title}.` })) : notFound();
  if (id === null) return notFound();
  const page = `${plan}/items/${id}`;
  switch (form.intent) {
    case 'save':
      return said(await saveItem(call, person, id, form), ({ title }) => ({ to: plan, notice: `Saved: ${title}.` }));
    case 'move':
      return form.item === id ? said(await moveItem(call, person, form), () => ({ to: page, notice: 'Saved.' })) : notFound();
    case 'rate':
      return said(await rateFromItem(call, person, id, form), () => ({ to: page, notice: 'Rated, with this as evidence. Your manager sees it.' }));
  }
}

function said<T>(result: Result<T>, words: (value: T) => Outcome): Result<Outcome> {
  return result.done ? { ...result, value: words(result.value) } : result;
}
