import { disclosures, sections, type Choice, type Disclosure, type Section } from './disclosure.ts';
import { defaultPolicy, type Policy } from './policy.ts';

/** What a recruiter sees of the role: itself, or only family and grade where too few hold it. */
export type ShownRole = { kind: 'role'; roleId: string } | { kind: 'family'; familyId: string; grade: number };

/** How one part of a profile is shown: not at all, without dates, places and free text, or in full. */
export type ShownSection = 'hidden' | 'bare' | 'full';

/** What a recruiter is shown of a person. */
export type RecruiterView = {
  /** The name, or the alias. */
  label: string;
  isNamed: boolean;
  role: ShownRole | null;
  /** Site, team and shift go with the name. */
  showsPlace: boolean;
  sections: Record<Section, ShownSection>;
};

/** What is needed to decide it. `holders`: how many people hold the role. `nameGranted`: the person said yes to being named here. */
export type Viewed = {
  name: string;
  alias: string;
  role: { roleId: string; familyId: string; grade: number; holders: number } | null;
  choice: Partial<Choice> | null;
  nameGranted: boolean;
};

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const aliasLength = 4;

/** A person's choice with the organisation's defaults where they have not chosen. */
export function chosen(choice: Partial<Choice> | null, policy: Policy = defaultPolicy): Choice {
  return { ...policy.disclosure, ...choice };
}

/** The most that any part of a profile shows: with a single part named, the profile carries the name. */
export function widest(choice: Choice): Disclosure {
  return disclosures[Math.max(...sections.map((section) => disclosures.indexOf(choice[section])))]!;
}

/** What a recruiter sees, or null when everything is hidden: such a profile answers as if it did not exist. */
export function recruiterView(viewed: Viewed, policy: Policy = defaultPolicy): RecruiterView | null {
  const choice = chosen(viewed.choice, policy);
  const most = widest(choice);
  if (most === 'hidden') return null;
  const isNamed = most === 'named' || viewed.nameGranted;
  const shown = (section: Section): ShownSection =>
    choice[section] === 'hidden' ? 'hidden' : choice[section] === 'named' || viewed.nameGranted ? 'full' : 'bare';
  return {
    label: isNamed ? viewed.name : viewed.alias,
    isNamed,
    role: shownRole(viewed.role, isNamed, policy),
    showsPlace: isNamed,
    sections: { skills: shown('skills'), history: shown('history'), certificates: shown('certificates'), wishes: shown('wishes') },
  };
}

function shownRole(role: Viewed['role'], isNamed: boolean, policy: Policy): ShownRole | null {
  if (!role) return null;
  const { roleId, familyId, grade, holders } = role;
  return isNamed || holders >= policy.anonymousRoleHolders ? { kind: 'role', roleId } : { kind: 'family', familyId, grade };
}

/** Whole years, rounded down: all that an anonymous profile says about time. Pauses do not reduce them. */
export function wholeYears(months: number): number {
  return Math.floor(months / 12);
}

/** An alias such as "Profile 4F7K" from at least four random bytes; the letters leave out those that are easily misread. */
export function aliasOf(bytes: ArrayLike<number>): string {
  if (bytes.length < aliasLength) throw new RangeError(`An alias needs ${aliasLength} random bytes.`);
  let text = '';
  for (let place = 0; place < aliasLength; place += 1) text += alphabet[bytes[place]! % alphabet.length];
  return `Profile ${text}`;
}
