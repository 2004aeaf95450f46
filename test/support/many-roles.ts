import { starterCatalogue, type Catalogue } from '#seeds/reference/catalogue.ts';

const roleCount = 120;
const moveCount = 600;

/** What stands before, after and in brackets behind the name of a starter role, so that names are of every length there is. */
const fronts = ['', 'Senior ', 'Principal '];
const fields = ['', 'cloud platforms', 'retail branches', 'research and teaching', 'hospitals', 'nights and weekends', 'identity and access management', 'containers'];

/** The starter catalogue grown to 120 roles with 600 moves: what the map of a large organisation is looked at and tested with. */
export const manyRoles: Catalogue = grown();

function grown(): Catalogue {
  const { roles: starter, requirements, transitions } = starterCatalogue;
  const roles = [...starter];
  const copied = new Map<string, string>();
  for (let number = 0; roles.length < roleCount; number += 1) {
    const like = starter[number % starter.length]!;
    const round = Math.floor(number / starter.length) + 1;
    const field = fields[(number % starter.length + round) % fields.length]!;
    const name = `${fronts[round % fronts.length]}${like.name} ${field === '' ? round : `(${field})`}`;
    const id = `${like.id}-${number}`;
    copied.set(id, like.id);
    roles.push({ ...like, id, name, grade: Math.min(6, like.grade + round % 2), aliases: [], onetSoc: null, escoUri: null, isco08: null, niceWorkRole: null });
  }
  const moves = new Map(transitions.map((move) => [`${move.from}>${move.to}`, move]));
  for (let number = 0; moves.size < moveCount; number += 1) {
    const from = roles[number % roles.length]!;
    const to = roles[(number * 37 + Math.floor(number / roles.length) * 11 + 5) % roles.length]!;
    const key = `${from.id}>${to.id}`;
    if (from === to || to.grade < from.grade || to.grade > from.grade + 2 || moves.has(key)) continue;
    moves.set(key, { from: from.id, to: to.id, kind: to.grade === from.grade ? 'lateral' : 'promotion', typicalMonths: [12, 36], basis: 'Made for tests', source: 'judgement' });
  }
  return {
    ...starterCatalogue,
    roles,
    transitions: [...moves.values()],
    requirements: [...requirements, ...[...copied].flatMap(([role, like]) => requirements.filter((one) => one.role === like).map((one) => ({ ...one, role })))],
  };
}
