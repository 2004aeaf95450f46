/** What an account may be. Everyone is staff; several at once. */
export type AccessRole = 'staff' | 'manager' | 'recruiter' | 'admin';

/** How somebody stands to a person: themselves, their direct manager, a manager further up, or anybody else. Deputies stand as the manager does. */
export type Relation = 'self' | 'direct-manager' | 'line' | 'colleague';

/** Who looks: `reading` while they are a reader of an open review of the person, `ownsOpening` when they look as the owner of an opening. */
export type Viewer = {
  roles: readonly AccessRole[];
  relation: Relation;
  reading?: 'gathering' | 'deciding' | null;
  ownsOpening?: boolean;
};

/** The parts of what is kept about a person. `name` goes with role, team and site; `pauses` are their days without the kind. */
export type PersonPart =
  | 'name' | 'ratings' | 'certificates' | 'education' | 'appointments' | 'pauses' | 'pauseKind' | 'plan' | 'interests'
  | 'wishes' | 'availability' | 'reviews' | 'flags' | 'visibility' | 'looks';

/** How much of a part is seen; anything but `all` and `none` is narrowed by what the word says. */
export type Reach =
  | 'none' | 'counts' | 'as-visible' | 'as-mentor' | 'self-statement' | 'own-part' | 'after-decision' | 'packet' | 'all';

/** `state`: enter something that waits to be confirmed. `write`: enter it for good. `confirm`: make what is stated or claimed count. */
export type Act = 'state' | 'write' | 'confirm';

type Column = 'self' | 'colleague' | 'directManager' | 'line' | 'gathering' | 'deciding' | 'recruiter' | 'admin';
type Right = { read: Reach; acts: readonly Act[] };
type Row = Record<Column, Right>;

const right = (read: Reach, ...acts: Act[]): Right => ({ read, acts });
const no = right('none');
const nobody: Row = { self: no, colleague: no, directManager: no, line: no, gathering: no, deciding: no, recruiter: no, admin: no };
const bothManagers = (own: Right): Pick<Row, 'directManager' | 'line'> => ({ directManager: own, line: own });
const record = (self: Right, line: Right): Row => ({
  ...nobody, self, ...bothManagers(line), colleague: right('as-mentor'), gathering: right('self-statement'), deciding: right('packet'), recruiter: right('as-visible'),
});

/** Who may read and do what with each part of a person. The one place where it is written down. */
export const permissionTable: Readonly<Record<PersonPart, Readonly<Row>>> = {
  name: {
    ...nobody, self: right('all'), colleague: right('all'), ...bothManagers(right('all')), gathering: right('all'), deciding: right('all'),
    recruiter: right('as-visible'), admin: right('all'),
  },
  ratings: record(right('all', 'write'), right('all', 'confirm')),
  certificates: record(right('all', 'state'), right('all', 'confirm')),
  education: record(right('all', 'state'), right('all', 'confirm')),
  appointments: record(right('all', 'state'), right('all', 'confirm', 'write')),
  pauses: { ...nobody, self: right('all', 'write'), ...bothManagers(right('all', 'write')) },
  pauseKind: { ...nobody, self: right('all', 'write'), directManager: right('all', 'write') },
  plan: { ...nobody, self: right('all', 'write'), ...bothManagers(right('all', 'write')), gathering: right('all'), deciding: right('all') },
  interests: { ...nobody, self: right('all', 'write'), ...bothManagers(right('all')), recruiter: right('as-visible') },
  wishes: { ...nobody, self: right('all', 'write'), ...bothManagers(right('all')) },
  availability: { ...nobody, self: right('all', 'write'), ...bothManagers(right('all')), recruiter: right('as-visible') },
  reviews: {
    ...nobody, self: right('after-decision', 'write'), ...bothManagers(right('all', 'write')), gathering: right('own-part', 'write'), deciding: right('all'),
  },
  flags: { ...nobody, self: right('all'), ...bothManagers(right('all')), admin: right('counts') },
  visibility: { ...nobody, self: right('all', 'write') },
  looks: { ...nobody, self: right('all') },
};

const reaches: readonly Reach[] = [
  'none', 'counts', 'as-visible', 'as-mentor', 'self-statement', 'own-part', 'after-decision', 'packet', 'all',
];
const columnOf: Record<Relation, Column> = { self: 'self', 'direct-manager': 'directManager', line: 'line', colleague: 'colleague' };

/** A recruiter, or whoever owns the opening, sees what recruiters see instead of what a colleague does: otherwise no profile would be anonymous. */
function columnsOf({ roles, relation, reading, ownsOpening }: Viewer): Column[] {
  const asRecruiter = relation === 'colleague' && (roles.includes('recruiter') || ownsOpening === true);
  const columns: Column[] = [asRecruiter ? 'recruiter' : columnOf[relation]];
  if (reading && relation !== 'self') columns.push(reading);
  if (roles.includes('admin')) columns.push('admin');
  return columns;
}

/** How much of a part somebody sees: the widest that any of their places in the table gives. */
export function reachOf(viewer: Viewer, part: PersonPart): Reach {
  const places = columnsOf(viewer).map((column) => reaches.indexOf(permissionTable[part][column].read));
  return reaches[Math.max(...places)]!;
}

/** Whether somebody sees the whole of a part. */
export function mayRead(viewer: Viewer, part: PersonPart): boolean {
  return reachOf(viewer, part) === 'all';
}

/** Whether somebody may do this with a part. */
export function may(viewer: Viewer, act: Act, part: PersonPart): boolean {
  return columnsOf(viewer).some((column) => permissionTable[part][column].acts.includes(act));
}

/** How somebody stands to a person. `managers`: those above the person, the direct one first; `deputyFor`: managers whose deputy the viewer is today. */
export function relationTo(
  viewerId: number,
  personId: number,
  managers: readonly number[],
  deputyFor: readonly number[] = [],
): Relation {
  if (viewerId === personId) return 'self';
  const place = managers.findIndex((manager) => manager === viewerId || deputyFor.includes(manager));
  return place === -1 ? 'colleague' : place === 0 ? 'direct-manager' : 'line';
}

/** What belongs to the organisation rather than to a person. */
export type OrganisationPart = 'catalogue' | 'accounts' | 'policy' | 'audit';

/** Everyone reads the catalogue; the rest is the administrator's. */
export function mayReadPart(roles: readonly AccessRole[], part: OrganisationPart): boolean {
  return part === 'catalogue' || roles.includes('admin');
}

/** Only administrators change what belongs to the organisation, and nobody changes the audit trail. */
export function mayWritePart(roles: readonly AccessRole[], part: OrganisationPart): boolean {
  return part !== 'audit' && roles.includes('admin');
}
