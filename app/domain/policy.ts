import { disclosures, sections, type Choice, type Disclosure } from './disclosure.ts';
import { pauseKinds, type PauseKind } from './pause.ts';

/** The numbers that an organisation sets for itself. Every rule that uses one takes it from here. */
export type Policy = {
  /** Kinds of pause whose days are cut out of experience. */
  cutFromExperience: readonly PauseKind[];
  /** The longest break, in days, that a spell in a family reaches back over. */
  bridgedGapDays: number;
  /** Months of warning before a date that an earlier talk has set, at most. */
  settledWarnMonths: number;
  /** How far ahead a development plan may put the next talk, in months. */
  developMonths: number;
  /** How far a talk may be put off, in months, and how many times in a row. */
  deferMonths: number;
  defersInARow: number;
  /** `close` means at most this many unmet essentials, each at most this many months away. */
  closeBlockers: number;
  closeMonths: number;
  /** Months to climb onto level 1, 2, 3, 4 and 5. */
  levelMonths: readonly [number, number, number, number, number];
  /** Months for each step of education after secondary, beside a job; months for a certificate. */
  educationStepMonths: number;
  certificateMonths: number;
  /** How many skills a person works on side by side. */
  skillsSideBySide: number;
  /** The shortest first move and the shortest later move of a route, in months. */
  firstHopMonths: number;
  laterHopMonths: number;
  /** How many people must have made a move before it is shown. */
  troddenMinPeople: number;
  /** With fewer people in a role than this, an anonymous profile shows family and grade instead. */
  anonymousRoleHolders: number;
  /** What recruiters see of a person who has not chosen yet. */
  disclosure: Choice;
  /** Days after which an unanswered request for a name counts as no. */
  nameAnswerDays: number;
  /** How long a link to somebody outside may be open, in days, to choose from; how many one person may have open at once. */
  shareDays: readonly number[];
  openShareLinks: number;
  /** How many months before its last valid day a certificate may be renewed. */
  renewalMonths: number;
  /** How many tickets of a quarter are worth suggesting as evidence, and how many more have to come before it is asked again. */
  ticketsWorthAsking: number;
  /** How much evidence one person may keep as files, so that nobody fills the disk for everybody: files, and megabytes of all of them together. */
  evidenceFiles: number;
  evidenceMegabytes: number;
};

/** The numbers a new organisation begins with. */
export const defaultPolicy: Policy = {
  cutFromExperience: ['sabbatical'],
  bridgedGapDays: 90,
  settledWarnMonths: 2,
  developMonths: 12,
  deferMonths: 6,
  defersInARow: 2,
  closeBlockers: 2,
  closeMonths: 6,
  levelMonths: [1, 2, 3, 5, 8],
  educationStepMonths: 36,
  certificateMonths: 3,
  skillsSideBySide: 3,
  firstHopMonths: 1,
  laterHopMonths: 6,
  troddenMinPeople: 3,
  anonymousRoleHolders: 5,
  disclosure: { skills: 'anonymous', history: 'anonymous', certificates: 'anonymous', wishes: 'hidden' },
  nameAnswerDays: 14,
  shareDays: [7, 30, 90],
  openShareLinks: 10,
  renewalMonths: 3,
  ticketsWorthAsking: 10,
  evidenceFiles: 50,
  evidenceMegabytes: 100,
};

/** Larger counts of days or months than this are slips of the pen: they would leave the calendar. */
const most = 10_000;

/** No link to somebody outside is open for longer than this, whatever the organisation says. */
const longestShareDays = 90;

/** Where nought would divide by nothing or show a single person, the least that makes sense. */
const least: Partial<Record<keyof Policy, number>> = { skillsSideBySide: 1, troddenMinPeople: 2, anonymousRoleHolders: 1, ticketsWorthAsking: 1 };

/**
 * An organisation's numbers as they are stored, over the defaults. Whatever is unknown, missing, of the wrong type or
 * out of bounds is the default: a damaged setting must never stop a page or bend a rule.
 */
export function policyOf(stored: unknown): Policy {
  const given = isRecord(stored) ? stored : {};
  return Object.fromEntries(Object.entries(defaultPolicy).map(([name, value]) => [name, settingOf(name, Object.hasOwn(given, name) ? given[name] : undefined, value)])) as Policy;
}

function settingOf(name: string, given: unknown, value: Policy[keyof Policy]): unknown {
  if (typeof value === 'number') return isCount(given, least[name as keyof Policy] ?? 0) ? given : value;
  switch (name) {
    case 'cutFromExperience':
      return Array.isArray(given) && given.every((kind) => pauseKinds.includes(kind as PauseKind)) ? given : value;
    case 'levelMonths':
      return Array.isArray(given) && given.length === defaultPolicy.levelMonths.length && given.every((months) => isCount(months, 0)) ? given : value;
    case 'shareDays':
      return Array.isArray(given) && given.length > 0 && given.every((days) => isCount(days, 1) && days <= longestShareDays) ? given : value;
    default:
      return choiceOf(given);
  }
}

function choiceOf(given: unknown): Choice {
  const chosen = isRecord(given) ? given : {};
  return Object.fromEntries(sections.map((section) => [
    section, disclosures.includes(chosen[section] as Disclosure) ? chosen[section] : defaultPolicy.disclosure[section],
  ])) as Choice;
}

function isCount(value: unknown, from: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= from && value <= most;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
