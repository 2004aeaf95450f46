/** What a person chooses for each part of their profile: recruiters see nothing, an alias, or the name. */
export type Disclosure = 'hidden' | 'anonymous' | 'named';

/** The parts of a profile that a person can show or hide. */
export type Section = 'skills' | 'history' | 'certificates' | 'wishes';

/** The choices from least to most shown. */
export const disclosures: readonly Disclosure[] = ['hidden', 'anonymous', 'named'];

/** The parts in the order in which the page lists them. */
export const sections: readonly Section[] = ['skills', 'history', 'certificates', 'wishes'];

/** A person's choice for every part. */
export type Choice = Readonly<Record<Section, Disclosure>>;
