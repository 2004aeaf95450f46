import type { Shift } from '#app/domain/shift.ts';
import { capital, listOf } from './format.ts';

/** Words for what a person's history is made of. */
const postKinds = { primary: 'Main role', acting: 'Acting up', secondment: 'Secondment', loan: 'On loan' };
const shiftWords: Record<Shift, string> = { day: 'Day', early: 'Early', late: 'Late', night: 'Night', rotating: 'Rotating' };
const pauseKinds = { parental: 'Parental leave', sick: 'Sick leave', sabbatical: 'Sabbatical', secondment: 'Secondment elsewhere' };
const educationLevels = { secondary: 'Secondary school', associate: 'Associate degree', bachelor: 'Bachelor’s degree', master: 'Master’s degree' };

/** "Acting up" */
export function postKindName(kind: keyof typeof postKinds): string {
  return postKinds[kind];
}

/** "Night shift" */
export function shiftName(shift: Shift): string {
  return shift === 'rotating' ? 'Rotating shifts' : `${shiftWords[shift]} shift`;
}

/** "Late and night" */
export function shiftsText(several: readonly Shift[]): string {
  return capital(listOf(several.map((shift) => shiftWords[shift].toLowerCase())));
}

/** "Parental leave" */
export function pauseKindName(kind: keyof typeof pauseKinds): string {
  return pauseKinds[kind];
}

/** "Bachelor’s degree" */
export function educationLevelName(level: keyof typeof educationLevels): string {
  return educationLevels[level];
}

const optionsOf = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));

export const postKindOptions = optionsOf(postKinds);
export const shiftOptions = optionsOf(shiftWords);
export const pauseKindOptions = optionsOf(pauseKinds);
export const educationLevelOptions = optionsOf(educationLevels);
