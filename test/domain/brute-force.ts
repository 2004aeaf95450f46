import type { CareerRoutesInput } from '#app/domain/career-routes.ts';
import { moveMonths } from '#app/domain/effort.ts';
import { defaultPolicy, type Policy } from '#app/domain/policy.ts';
import { measure, type Measured, type Requirement } from '#app/domain/requirement.ts';
import type { Standing } from '#app/domain/standing.ts';

type Found = { roles: string[]; months: number; exceptions: number; hops: { from: string; to: string; months: number; exceptions: number }[] };

/** What one move takes and what is held after it, worked out on a whole standing, as the rule is told. */
function hop(standing: Standing, family: string, essentials: readonly Requirement[], first: boolean, policy: Policy) {
  const efforts: number[] = [];
  let waiting = 0;
  let exceptions = 0;
  const chosen: Measured[] = [];
  for (const { anyOf } of essentials) {
    const open = anyOf
      .map((criterion) => measure(standing, criterion, 'claimed', policy))
      .filter((one) => one.met || one.kind !== 'experience' || one.families.includes(family));
    const cost = Math.min(...open.map((one) => one.cost));
    const cheapest = open.find((one) => one.cost === cost);
    if (!cheapest) {
      exceptions += 1;
      continue;
    }
    chosen.push(cheapest);
    if (cheapest.kind === 'skill') efforts.push(cost);
    else waiting = Math.max(waiting, cost);
  }
  const sum = efforts.reduce((total, one) => total + one, 0);
  const learning = Math.max(0, ...efforts, Math.ceil(sum / policy.skillsSideBySide));
  const months = moveMonths(learning, waiting, first, policy);
  return { months, exceptions, after: holdingAlso(standing, chosen, family, months) };
}

function holdingAlso(standing: Standing, chosen: readonly Measured[], family: string, months: number): Standing {
  const levels = { ...standing.levels };
  let { education } = standing;
  const certifications = [...standing.certifications];
  for (const one of chosen) {
    if (one.kind === 'skill' && !one.met) {
      const already = levels[one.skill]?.claimed ?? levels[one.skill]?.confirmed ?? 0;
      if (already < one.level) levels[one.skill] = { confirmed: levels[one.skill]?.confirmed ?? null, claimed: one.level };
    }
    if (one.kind === 'education' && !one.met) {
      const order = ['none', 'secondary', 'associate', 'bachelor', 'master'];
      if (order.indexOf(one.level) > order.indexOf(education)) education = one.level;
    }
    if (one.kind === 'certification' && !one.met) certifications.push(one.certification);
  }
  const added = { ...standing.experience.added, [family]: (standing.experience.added?.[family] ?? 0) + months };
  return { levels, education, certifications, experience: { ...standing.experience, added } };
}

/** The same answer as careerRoutes, by walking every path there is. */
export function everyRoute(input: CareerRoutesInput): Found[] {
  const { from, to, roles, transitions, requirements, maxHops = 5, limit = 3, policy = defaultPolicy } = input;
  if (from === to) return [];
  const familyOf = new Map(roles.map(({ id, family }) => [id, family]));
  const essentialsOf = new Map(roles.map(({ id }) => [id, requirements.filter((one) => one.role === id && one.importance === 'essential')]));
  const walkable = (id: string) => familyOf.has(id) && essentialsOf.get(id)!.length > 0;
  const found: Found[] = [];
  const walk = (path: string[], standing: Standing, sofar: Found) => {
    const at = path.at(-1)!;
    if (at === to) {
      found.push({ ...sofar, roles: path });
      return;
    }
    if (path.length > maxHops || !familyOf.has(at)) return;
    const next = new Set(transitions.filter((move) => move.from === at).map((move) => move.to));
    for (const other of next) {
      if (path.includes(other) || !walkable(other)) continue;
      const { months, exceptions, after } = hop(standing, familyOf.get(at)!, essentialsOf.get(other)!, path.length === 1, policy);
      walk([...path, other], after, {
        roles: [], months: sofar.months + months, exceptions: sofar.exceptions + exceptions,
        hops: [...sofar.hops, { from: at, to: other, months, exceptions }],
      });
    }
  };
  walk([from], input.standing, { roles: [], months: 0, exceptions: 0, hops: [] });
  const text = ({ roles: path }: Found) => path.join('>');
  found.sort((a, b) => a.exceptions - b.exceptions || a.months - b.months || a.hops.length - b.hops.length || (text(a) < text(b) ? -1 : 1));
  const listed: Found[] = [];
  for (const route of found) {
    const isWithin = (shorter: Found) => {
      let place = 0;
      for (const role of route.roles) if (role === shorter.roles[place]) place += 1;
      return place === shorter.roles.length;
    };
    if (listed.length === limit) break;
    if (!listed.some(isWithin)) listed.push(route);
  }
  return listed;
}
