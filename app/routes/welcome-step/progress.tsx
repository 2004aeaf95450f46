import { Link } from '@remix-run/react';
import { Check } from 'lucide-react';
import { stepsBehind, welcomeSteps } from '#app/domain/welcome.ts';
import type { StepPage } from './page.server.ts';
import { stepWords } from './words.ts';

/** The six steps, those that lie behind ticked; each is a link, as nothing has to be done in order. */
export function Progress({ page: { person, step, reached, toDo } }: { page: StepPage }) {
  return (
    <nav aria-label="Steps of your first visit" className="no-print mb-6">
      <ol className="chips">
        {welcomeSteps.filter((one) => one !== 'done').map((one) => {
          const isBehind = stepsBehind(one) < stepsBehind(reached) && one !== toDo;
          return (
            <li key={one}>
              <Link to={`/people/${person.id}/welcome/${one}`} aria-current={one === step ? 'step' : undefined}>
                {isBehind && <Check aria-hidden="true" />}{stepWords[one].short}{isBehind && <span className="visually-hidden">, done</span>}
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
