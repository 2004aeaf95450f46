import { folded } from './nearest.ts';
import { giveNotice, type PersonStep } from './person-step.ts';
import type { ResolvedEarlier } from './resolve.ts';
import { addOwn, confirmStated, endOn, isRole, overlaps, stayFrom, type Holding, type Tenure } from './tenure.ts';

/** First half of the column `earlier`: what goes on here with us, and has ended by the file, is ended. Returns what is not here yet. */
export function endEarlier(step: PersonStep, tenure: Tenure): ResolvedEarlier[] {
  const entries = [...step.row.earlier].sort((a, b) => (a.from < b.from ? -1 : 1));
  return entries.filter((entry) => {
    const known = entry.employer === null ? tenure.own.find((one) => isRole(one, entry.role, entry.text) && one.from === entry.from) : undefined;
    if (known) endKnown(step, tenure, entry, known);
    return !known;
  });
}

/**
 * Second half, once the present role is in its place: what is not here is added, what was stated alike is confirmed.
 * With us only what came before the present role is earlier.
 */
export function addEarlier(step: PersonStep, tenure: Tenure, entries: readonly ResolvedEarlier[], current: Holding | null): void {
  for (const entry of entries) {
    if (entry.employer === null) addOurs(step, tenure, entry, current);
    else compareElsewhere(step, tenure, entry);
  }
}

function endKnown(step: PersonStep, tenure: Tenure, entry: ResolvedEarlier, known: Holding): void {
  const stay = stayFrom(tenure.own, known);
  const last = stay.at(-1)!;
  if (stay.some(({ to }) => to === entry.to)) return;
  if (last.to === null && last.from <= entry.to) {
    endOn(tenure, last, entry.to);
    step.what.push(`${entry.text} ended on ${entry.to}`);
  } else {
    giveNotice(step, 'earlier', `${entry.text} from ${entry.from} ${last.to === null ? 'goes on' : `ended on ${last.to}`} here, not on ${entry.to}. Left as it is.`);
  }
}

function addOurs(step: PersonStep, tenure: Tenure, entry: ResolvedEarlier, current: Holding | null): void {
  if (current !== null && entry.from > current.from) {
    giveNotice(step, 'earlier', `${entry.text} from ${entry.from} began after the present role (${nameOf(current)} from ${current.from}). Left out.`);
    return;
  }
  const stated = statedAlike(tenure, entry);
  const inTheWay = tenure.own.find((one) => overlaps(one, entry) && (stated?.replacesId ?? null) !== (one.kept?.appointmentId ?? -1));
  if (inTheWay) {
    giveNotice(step, 'earlier', `${entry.text} (${entry.from} to ${entry.to}) overlaps what is confirmed here (${nameOf(inTheWay)} from ${inTheWay.from}). Left as it is.`);
  } else if (stated) {
    confirmStated(tenure, stated, entry.to);
    step.what.push(`confirmed: ${entry.text}, ${entry.from} to ${entry.to}`);
  } else {
    addOwn(tenure, newHolding(entry));
    step.what.push(`earlier ${entry.text}, ${entry.from} to ${entry.to}`);
  }
}

function compareElsewhere(step: PersonStep, tenure: Tenure, entry: ResolvedEarlier): void {
  const at = `${entry.text} at ${entry.employer}`;
  const isSame = (one: { employer: string | null; roleId: string | null; roleName: string | null }): boolean => (
    folded(one.employer ?? '') === folded(entry.employer ?? '') && isRole(one, entry.role, entry.text));
  const known = tenure.elsewhere.find((one) => isSame(one) && one.from === entry.from);
  if (known) {
    if (known.to === entry.to) return;
    if (known.to === null) {
      endOn(tenure, known, entry.to);
      step.what.push(`${at} ended on ${entry.to}`);
    } else {
      giveNotice(step, 'earlier', `${at} from ${entry.from} ended on ${known.to} here, not on ${entry.to}. Left as it is.`);
    }
    return;
  }
  const stated = statedAlike(tenure, entry);
  if (stated) {
    confirmStated(tenure, stated, entry.to);
    step.what.push(`confirmed: ${at}, ${entry.from} to ${entry.to}`);
    return;
  }
  tenure.elsewhere.push(newHolding(entry));
  step.what.push(`earlier ${at}, ${entry.from} to ${entry.to}`);
  const other = tenure.stated.find((row) => isSame(row) && overlaps({ from: row.startedOn, to: row.endedOn }, entry));
  if (other) giveNotice(step, 'earlier', `The person stated ${at} from ${other.startedOn}${other.endedOn === null ? '' : ` to ${other.endedOn}`}. That stays, to be confirmed or declined; the file's own dates are added.`);
}

/** What the person stated with the very same role, employer, first and last day. */
function statedAlike(tenure: Tenure, entry: ResolvedEarlier): Tenure['stated'][number] | undefined {
  return tenure.stated.find((row) => row.kind === 'primary' && folded(row.employer ?? '') === folded(entry.employer ?? '')
    && isRole(row, entry.role, entry.text) && row.startedOn === entry.from && row.endedOn === entry.to);
}

function newHolding({ role, text, familyId, from, to, employer }: ResolvedEarlier): Holding {
  return {
    kept: null, confirms: false, changed: true, employer, from, to, familyId,
    roleId: role?.roleId ?? null, roleName: role ? null : text, grade: role?.grade ?? null,
    team: null, site: null, shift: null, hoursPerWeek: null, headcountLed: null,
  };
}

function nameOf(holding: Holding): string {
  return holding.roleId ?? holding.roleName ?? '';
}
