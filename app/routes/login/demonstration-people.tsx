import { ButtonForm } from '#app/ui/form.tsx';

type Person = 'technician' | 'manager' | 'recruiter' | 'administrator';

const words: Record<Person, { who: string; sees: string }> = {
  technician: { who: 'a technician', sees: 'Where you are, what you could be next, what exactly is missing, and what happens at your two-year mark.' },
  manager: { who: 'a manager', sees: 'Whose conversation is due, who is ready for what, and levels that wait to be confirmed.' },
  recruiter: { who: 'a recruiter', sees: 'A search by skills and levels, and profiles that show no more than each person has agreed to show.' },
  administrator: { who: 'an administrator', sees: 'The catalogue of roles, skills and moves, without anybody’s personal path.' },
};

/** The four people of the demonstration, each with one button and what one sees as them. */
export function DemonstrationPeople({ people, redirectTo }: { people: readonly Person[]; redirectTo: string }) {
  return (
    <ul className="plain grid gap-4 sm:grid-cols-2">
      {people.map((person) => (
        <li key={person} className="panel flex flex-col items-start justify-between gap-4">
          <p className="m-0">{words[person].sees}</p>
          <ButtonForm intent="demonstration" id={person} fields={{ as: person, redirectTo }} primary label={`Sign in as ${words[person].who}`} />
        </li>
      ))}
    </ul>
  );
}
