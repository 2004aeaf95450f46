import type { Rights } from './rights.ts';

/** A first visit is the person's alone: for everybody else there is nothing, whoever asks. The words are explained in permission-matrix.ts. */
const ownOnly = (word: string, entrance = 'login') => `
  whose:                       subject  report   stranger  nobody
  anonymous+disabled           ${entrance}
  subject                      ${word}  404      404       404
  report                       404      ${word}  404       404
  colleague+manager+head       404      404      404       404
  deputy+other+recruiter+admin 404      404      404       404`;

const step = (name: string, word: string, forms: readonly string[]): Rights => ({
  route: 'welcome-step', address: `/people/{}/welcome/${name}`, get: ownOnly(word),
  forms: Object.fromEntries(forms.map((form) => [form, ownOnly('done', '401')])),
});

/** Who may see and do what of whose first visit. */
export const welcomeRights: readonly Rights[] = [
  { route: 'welcome', address: '/people/{}/welcome', get: ownOnly('/people/{}/welcome/tenure'), forms: null },
  step('tenure', 'tenure', ['add an earlier role', 'put a first visit off']),
  step('skills', 'skill', ['rate in a first visit', 'pass a skill over']),
  step('next-roles', 'roles', ['choose next roles']),
  step('visibility', 'visibility', ['choose what to show']),
  step('wishes', 'wishes', ['offer a move']),
  step('done', '/people/{}/welcome/tenure', []),
];
