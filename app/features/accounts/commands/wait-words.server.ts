/** Tells somebody who tried too often, in whole seconds or minutes, when the next attempt is looked at. */
export function waitWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  const wait = seconds < 60 ? count(seconds, 'second') : count(minutes, 'minute');
  return `There were several wrong attempts from here. Please wait ${wait}, then try again.`;
}

function count(number: number, unit: string): string {
  return `${number} ${unit}${number === 1 ? '' : 's'}`;
}
