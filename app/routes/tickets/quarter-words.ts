import { quarterOf } from '#app/domain/ticket-evidence.ts';

const quarters: Record<string, string> = { '01': 'January to March', '04': 'April to June', '07': 'July to September', '10': 'October to December' };

/** "this quarter", "from July to September 2026" */
export function quarterText(quarterOn: string, today: string): string {
  return quarterOn === quarterOf(today) ? 'this quarter' : `from ${quarters[quarterOn.slice(5, 7)]} ${quarterOn.slice(0, 4)}`;
}
