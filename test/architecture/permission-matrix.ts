import { entranceRights } from './matrix-entrance.ts';
import { exchangeRights } from './matrix-exchange.ts';
import { evidenceRights } from './matrix-evidence.ts';
import { historyRights } from './matrix-history.ts';
import { peopleRights } from './matrix-people.ts';
import { planRights } from './matrix-plan.ts';
import { recruitingRights } from './matrix-recruiting.ts';
import { routeRights } from './matrix-routes.ts';
import { sharingRights } from './matrix-sharing.ts';
import type { Rights } from './rights.ts';
import { skillsRights } from './matrix-skills.ts';
import { welcomeRights } from './matrix-welcome.ts';

/**
 * Who may ask what: every address by who asks and whose page it is. The words in the cells:
 * 'login' sent to the sign-in page · 404, 403, 400 … that status · '/x' sent there · any other word: 200, with the fields
 * of that name in permission-fields.ts ('word/404': with that status).
 * For forms: 'done' carried out (303) · 'kept' the form comes back, nothing changed (400) · 'away' the same, but the page around
 * it is not for them and sends them on · a number as above, nothing changed.
 * Who asks is named by how they stand to the subject; `disabled` holds every right there is, in an account that is disabled.
 */
export const matrix: readonly Rights[] = [...entranceRights, ...routeRights, ...peopleRights, ...evidenceRights, ...historyRights, ...planRights, ...recruitingRights, ...exchangeRights,
  ...sharingRights, ...skillsRights, ...welcomeRights,
];
