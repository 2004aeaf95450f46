import { dayText } from './day-text.ts';
import type { Day } from './date.ts';
import { itemKindName, type ItemKind } from './plan.ts';

/** When it was, as short as it stays clear: "3–5 March 2026", "28 February – 2 March 2026", "since 3 March 2026". Null when nothing is known. */
export function spanText(from: Day | null, to: Day | null): string | null {
  if (from === null || to === null) return to !== null ? `until ${dayText(to)}` : from !== null ? `since ${dayText(from)}` : null;
  if (from === to) return dayText(from);
  const [end, start] = [dayText(to), dayText(from)];
  if (from.slice(0, 7) === to.slice(0, 7)) return `${Number(from.slice(8))}–${end}`;
  return from.slice(0, 4) === to.slice(0, 4) ? `${start.slice(0, -5)} – ${end}` : `${start} – ${end}`;
}

/** A finished item as a piece of evidence: "Shadowing: Network change weekend, hosted by Ada, 3–5 March 2026. Outcome: …" */
export function evidenceText({ kind, title, host, startsOn, endsOn, doneOn, outcome }: {
  kind: ItemKind; title: string; host: string | null; startsOn: Day | null; endsOn: Day | null; doneOn: Day; outcome: string | null;
}): string {
  const last = endsOn !== null && endsOn < doneOn ? endsOn : doneOn;
  const when = spanText(startsOn !== null && startsOn <= last ? startsOn : last, last);
  const what = [`${itemKindName(kind)}: ${title.replace(/[\s.]+$/, '')}`, host ? `hosted by ${host}` : null, when].filter(Boolean).join(', ');
  return outcome ? `${what}. Outcome: ${outcome}` : `${what}.`;
}

/** What a suggested item is called until its owner finds a better name. */
export function suggestedTitle(kind: ItemKind, about: string): string {
  switch (kind) {
    case 'shadowing': return `Shadow a colleague: ${about}`;
    case 'project': return `A piece of work with ${about}`;
    case 'on-call': return `On call: ${about}`;
    case 'mentoring': return `A mentor for ${about}`;
    case 'course': return `A course on ${about}`;
    case 'certificate': return about;
  }
}
