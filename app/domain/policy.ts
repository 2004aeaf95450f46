import type { Choice } from './disclosure.ts';
import type { PauseKind } from './pause.ts';

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
};
