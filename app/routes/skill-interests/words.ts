import type { InterestReading } from '#app/domain/interest-reading.ts';

const readings: Record<InterestReading, { name: string; meaning: string }> = {
  train: { name: 'Train these', meaning: 'More of it is wanted, and it is not done alone yet. Shadowing, a project or a course is time well spent here.' },
  use: { name: 'Strengths to use', meaning: 'More of it is wanted and it is done alone: give such work here first, and let others learn from it.' },
  'burns-out': { name: 'May burn out', meaning: 'Done alone, used in the last three months, and less of it is wanted. Talk about sharing it.' },
  rest: { name: 'May rest', meaning: 'Less of it is wanted, and it is not done alone or was not used lately. Nothing has to be done.' },
  fine: { name: 'Fine as it is', meaning: 'Neither more nor less of it is wanted.' },
  unsaid: { name: 'No interest said', meaning: 'Rated, and nobody knows yet how much of it is wanted.' },
};

/** "Train these": the heading over skills with that reading. */
export function readingName(reading: InterestReading): string {
  return readings[reading].name;
}

/** What the reading says, in a sentence. */
export function readingMeaning(reading: InterestReading): string {
  return readings[reading].meaning;
}
