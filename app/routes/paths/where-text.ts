import { listOf } from '#app/ui/format.ts';

type Where = { from: { id: string; name: string } | null; ownRoleId: string | null; held: 'now' | 'coming' | 'last' | null; beside: readonly { name: string }[] };

/** Where the map starts and why: the role held today, between two jobs the one to come or the last one; and roles held beside it. */
export function whereText({ from, ownRoleId, held, beside }: Where): string {
  const also = beside.length === 0 ? '' : `; you also work as ${listOf(beside.map(({ name }) => name))}`;
  if (!from) return `Choose where to start${also}`;
  if (from.id !== ownRoleId || held === null) return `From ${from.name}${also}`;
  if (held === 'now') return `From ${from.name}, your role today${also}`;
  return held === 'coming' ? `From ${from.name}, the role you are about to begin${also}` : `From ${from.name}, the last role in your history${also}`;
}

/** What the role is called that the map starts from unless another is chosen. */
export function heldWords(held: Where['held']): string {
  return held === 'coming' ? 'My role to come' : held === 'last' ? 'My last role' : 'My role';
}
