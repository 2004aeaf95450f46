import { criterionText, missingText, type Names } from '#app/domain/criterion-text.ts';
import type { Measured } from '#app/domain/requirement.ts';
import { assume, assumptionKey, isHeld, parseAssumption, type Assumption } from '#app/domain/what-if.ts';
import type { Standing } from '#app/domain/standing.ts';
import { notFound } from '#app/server/command.server.ts';

/** How many things to try are offered as links. */
const offered = 4;

/** With so many assumptions a page reckons. */
const most = 20;

/** The first assumptions in an address, and how many more there are than are reckoned with; 404 for one that means nothing in this catalogue. */
export function readAssumptions(texts: readonly string[], names: Names): { assumptions: Assumption[]; leftOut: number } {
  const all = texts.reduce<Assumption[]>((list, text) => {
    const one = parseAssumption(text);
    if (!one || !isKnown(one, names)) return notFound();
    return assume(list, one);
  }, []);
  return { assumptions: all.slice(0, most), leftOut: Math.max(0, all.length - most) };
}

/** Each assumption with its words, and whether the person is there already. */
export function assumptionRows(assumptions: readonly Assumption[], standing: Standing, names: Names) {
  return assumptions.map((one) => ({ key: assumptionKey(one), text: criterionText(one, names), held: isHeld(standing, one) }));
}

/** What is missing most often, and of that what takes longest: things worth trying. Experience cannot be assumed. */
export function worthTrying(missing: readonly Measured[], names: Names): { key: string; text: string }[] {
  const found = new Map<string, { key: string; text: string; times: number; months: number }>();
  for (const one of missing) {
    if (one.kind === 'experience') continue;
    const key = assumptionKey(one);
    const times = (found.get(key)?.times ?? 0) + 1;
    found.set(key, { key, text: missingText(one, names), times, months: one.cost });
  }
  return [...found.values()].sort((a, b) => b.times - a.times || b.months - a.months || (a.key < b.key ? -1 : 1))
    .slice(0, offered).map(({ key, text }) => ({ key, text }));
}

function isKnown(one: Assumption, names: Names): boolean {
  if (one.kind === 'skill') return Object.hasOwn(names.skills, one.skill);
  return one.kind === 'education' || Object.hasOwn(names.certifications, one.certification);
}
