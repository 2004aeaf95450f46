type Right = 'staff' | 'manager' | 'recruiter' | 'admin' | 'leads';

const words: Record<Right, string> = {
  staff: 'See and keep your own path, skills and history, and the catalogue of roles.',
  leads: 'See the people who report to you, or to somebody you are deputy of; confirm their levels and record their conversations.',
  manager: 'Work as a manager. Which people you see follows from the reporting lines of the day.',
  recruiter: 'Search for skills and see what each person has agreed to show. Every profile you open is recorded for that person.',
  admin: 'Look after roles, skills, rules and accounts. This alone does not open anybody’s path.',
};

/** What an account may do, in sentences. */
export function Rights({ may }: { may: readonly Right[] }) {
  return <ul className="plain rows tight">{may.map((right) => <li key={right}>{words[right]}</li>)}</ul>;
}
