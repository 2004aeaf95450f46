import { describe, expect, test } from 'vitest';
import {
  may, mayRead, mayReadPart, mayWritePart, permissionTable, reachOf, relationTo,
  type AccessRole, type Act, type PersonPart, type Reach, type Relation, type Viewer,
} from '#app/domain/permission.ts';

const viewer = (relation: Relation, roles: AccessRole[] = ['staff'], more: Partial<Viewer> = {}): Viewer => ({ relation, roles, ...more });
const parts = Object.keys(permissionTable) as PersonPart[];

const viewers: Record<string, Viewer> = {
  self: viewer('self'),
  colleague: viewer('colleague'),
  direct: viewer('direct-manager', ['staff', 'manager']),
  line: viewer('line', ['staff', 'manager']),
  gathering: viewer('colleague', ['staff'], { reading: 'gathering' }),
  deciding: viewer('colleague', ['staff'], { reading: 'deciding' }),
  recruiter: viewer('colleague', ['staff', 'recruiter']),
  opening: viewer('colleague', ['staff', 'manager'], { ownsOpening: true }),
  admin: viewer('colleague', ['staff', 'admin']),
};

// Written out a second time on purpose, in the order of the viewers above, so that a slip in the table shows.
const reads: Record<PersonPart, string> = {
  name: 'all all all all all all as-visible as-visible all',
  ratings: 'all as-mentor all all self-statement packet as-visible as-visible as-mentor',
  certificates: 'all as-mentor all all self-statement packet as-visible as-visible as-mentor',
  education: 'all as-mentor all all self-statement packet as-visible as-visible as-mentor',
  appointments: 'all as-mentor all all self-statement packet as-visible as-visible as-mentor',
  pauses: 'all none all all none none none none none',
  pauseKind: 'all none all none none none none none none',
  plan: 'all none all all all all none none none',
  interests: 'all none all all none none as-visible as-visible none',
  wishes: 'all none all all none none none none none',
  availability: 'all none all all none none as-visible as-visible none',
  reviews: 'after-decision none all all own-part all none none none',
  flags: 'all none all all none none none none counts',
  visibility: 'all none none none none none none none none',
  looks: 'all none none none none none none none none',
};

const acts: Record<PersonPart, Partial<Record<keyof typeof viewers, Act[]>>> = {
  name: {},
  ratings: { self: ['write'], direct: ['confirm'], line: ['confirm'] },
  certificates: { self: ['state'], direct: ['confirm'], line: ['confirm'] },
  education: { self: ['state'], direct: ['confirm'], line: ['confirm'] },
  appointments: { self: ['state'], direct: ['confirm', 'write'], line: ['confirm', 'write'] },
  pauses: { self: ['write'], direct: ['write'], line: ['write'] },
  pauseKind: { self: ['write'], direct: ['write'] },
  plan: { self: ['write'], direct: ['write'], line: ['write'] },
  interests: { self: ['write'] },
  wishes: { self: ['write'] },
  availability: { self: ['write'] },
  reviews: { self: ['write'], direct: ['write'], line: ['write'], gathering: ['write'] },
  flags: {},
  visibility: { self: ['write'] },
  looks: {},
};

describe('who reads what', () => {
  test.each(parts)('%s', (part) => {
    expect(Object.values(viewers).map((who) => reachOf(who, part)).join(' ')).toBe(reads[part]);
  });
});

describe('who does what', () => {
  test.each(parts)('%s', (part) => {
    for (const [name, who] of Object.entries(viewers)) {
      const allowed = (['state', 'write', 'confirm'] as const).filter((act) => may(who, act, part));
      expect(allowed.sort(), `${name} on ${part}`).toEqual([...(acts[part][name] ?? [])].sort());
    }
  });
});

describe('several roles at once', () => {
  test('a manager who recruits sees their own people as their manager, others as a recruiter', () => {
    const roles: AccessRole[] = ['staff', 'manager', 'recruiter'];
    expect(reachOf(viewer('line', roles), 'ratings')).toBe('all');
    expect(reachOf(viewer('colleague', roles), 'ratings')).toBe('as-visible');
    expect(reachOf(viewer('colleague', roles), 'wishes')).toBe('none');
    expect(may(viewer('colleague', roles), 'confirm', 'ratings')).toBe(false);
  });

  test('an administrator who manages sees what managers see, and adds nothing by being one', () => {
    const roles: AccessRole[] = ['staff', 'manager', 'admin'];
    for (const part of parts) expect(reachOf(viewer('line', roles), part)).toBe(reachOf(viewer('line', ['staff', 'manager']), part));
    expect(may(viewer('colleague', roles), 'write', 'appointments')).toBe(false);
  });

  test('being called a manager gives nothing over people outside the line', () => {
    for (const part of parts) expect(reachOf(viewer('colleague', ['staff', 'manager']), part)).toBe(reachOf(viewer('colleague'), part));
  });

  test('a reader of the line keeps what the line sees; nobody reads their own review as a reader', () => {
    expect(reachOf(viewer('line', ['staff', 'manager'], { reading: 'gathering' }), 'reviews')).toBe('all');
    expect(reachOf(viewer('self', ['staff'], { reading: 'deciding' }), 'reviews')).toBe('after-decision');
  });

  test('only the whole of a part counts as read', () => {
    const answers: [Reach, boolean][] = [['all', true], ['as-visible', false], ['none', false]];
    expect(answers.map(([reach]) => mayRead(Object.values(viewers).find((who) => reachOf(who, 'ratings') === reach) ?? viewer('colleague'), 'ratings'))).toEqual(answers.map(([, whole]) => whole));
  });
});

describe('how one stands to a person', () => {
  const managers = [20, 30, 40];
  test.each([
    [10, 'self'], [20, 'direct-manager'], [30, 'line'], [40, 'line'], [50, 'colleague'],
  ])('viewer %i is %s', (viewerId, relation) => {
    expect(relationTo(viewerId, 10, managers)).toBe(relation);
  });

  test('a deputy stands as the manager does, the nearest counts', () => {
    expect(relationTo(50, 10, managers, [20])).toBe('direct-manager');
    expect(relationTo(50, 10, managers, [40, 99])).toBe('line');
    expect(relationTo(30, 10, managers, [20])).toBe('direct-manager');
    expect(relationTo(50, 10, managers, [99])).toBe('colleague');
    expect(relationTo(10, 10, managers, [20])).toBe('self');
  });
});

test('the catalogue is for all to read; the rest, and all writing, is the administrator’s; the audit trail nobody’s', () => {
  expect(mayReadPart(['staff'], 'catalogue')).toBe(true);
  for (const part of ['accounts', 'policy', 'audit'] as const) {
    expect(mayReadPart(['staff', 'manager', 'recruiter'], part)).toBe(false);
    expect(mayReadPart(['staff', 'admin'], part)).toBe(true);
  }
  expect((['catalogue', 'accounts', 'policy', 'audit'] as const).map((part) => mayWritePart(['admin'], part))).toEqual([true, true, true, false]);
  expect((['catalogue', 'accounts', 'policy', 'audit'] as const).map((part) => mayWritePart(['staff', 'manager'], part))).toEqual([false, false, false, false]);
});
