import type { Section } from '#app/domain/disclosure.ts';

const parts: Record<Section, { label: string; hint: string }> = {
  skills: { label: 'Skills', hint: 'Levels, and languages.' },
  history: { label: 'Experience', hint: 'Your role, appointments with dates, years by family.' },
  certificates: { label: 'Certificates and education', hint: 'Those that are valid, with dates.' },
  wishes: { label: 'Open to moves', hint: 'Hours, shifts, notice and sites that you offer.' },
};

/** The parts of a profile to choose from. */
export const partOptions = Object.entries(parts).map(([value, words]) => ({ value, ...words }));

/** What a part is called. */
export function partName(part: Section): string {
  return parts[part].label;
}
