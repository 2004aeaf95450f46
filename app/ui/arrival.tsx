import { createContext, useContext } from 'react';
import type { ReactNode } from 'react';
import type { SentForm } from './sent-form.ts';

const Arrival = createContext(false);

/**
 * Put around the document where it is rendered on the server: lets the title say "Error: " when the page answers a form that had problems,
 * which only the server knows then. In the browser the summary of problems marks the title itself.
 */
export function ArrivalProblems({ answers, children }: { answers: Record<string, SentForm | null> | null; children: ReactNode }) {
  const problems = Object.values(answers ?? {}).some((answer) => Object.keys(answer?.result?.error ?? {}).length > 0);
  return <Arrival.Provider value={problems}>{children}</Arrival.Provider>;
}

/** Whether this document answers a form that had problems; false in the browser. */
export function useProblemsOnArrival(): boolean {
  return useContext(Arrival);
}
