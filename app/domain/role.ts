/** When a family's review is due and how it is warned of. Months, and days of grace. */
export type ReviewRule = {
  afterMonths: number;
  warnMonths: number;
  graceDays: number;
  renewMonths: number;
  /** What begins the clock anew: another family, or another role as well. */
  restartOn: 'family' | 'role';
};

/** Review rules by family. A family without one has no clock. */
export type ReviewRules = Readonly<Record<string, ReviewRule>>;

/** A family of roles. */
export type Family = { id: string; name: string; review: ReviewRule | null };

/** Seniority from 1 to 6. */
export type Grade = 1 | 2 | 3 | 4 | 5 | 6;

/** The rules of those families that have one. */
export function rulesOf(families: readonly Family[]): ReviewRules {
  return Object.fromEntries(families.flatMap(({ id, review }) => (review ? [[id, review]] : [])));
}

/** A role as routes see it. */
export type RoleNode = { id: string; family: string };

/** A role of the catalogue. */
export type Role = RoleNode & { name: string; grade: Grade };

const numbers = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** What the conversation is called after its rule: 24 months is "two-year", 18 months "18-month". */
export function conversationName(afterMonths: number): string {
  const years = afterMonths / 12;
  if (!Number.isInteger(years)) return `${afterMonths}-month`;
  return `${numbers[years] ?? years}-year`;
}

/** Whether a spell goes on from one role to the next: within the family, and within the role where the rule restarts on it. */
export function goesOn(
  rule: Pick<ReviewRule, 'restartOn'>,
  from: { roleId: string | null; familyId: string | null },
  to: { roleId: string | null; familyId: string | null },
): boolean {
  return from.familyId === to.familyId && (rule.restartOn === 'family' || from.roleId === to.roleId);
}
