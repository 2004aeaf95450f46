import { expect, test } from 'vitest';
import { currentOf, destinations } from '#app/ui/destinations.ts';
import type { Viewer } from '#app/ui/root-state.ts';

const viewer = (some: Partial<Viewer>): Viewer => ({ name: 'Ana', personId: 7, access: ['staff'], leads: false, asked: 0, ...some });
const labels = (some: Partial<Viewer>) => destinations(viewer(some)).map(({ label }) => label);

test('a technician finds the own pages and the catalogue', () => {
  expect(labels({})).toEqual(['My path', 'Skills', 'Plan', 'History', 'People', 'Career map', 'Roles']);
});

test('who leads people finds the list and the people too, a deputy without the manager role as well', () => {
  expect(labels({ access: ['staff', 'manager'] })).toEqual(expect.arrayContaining(['Two-year list', 'People']));
  expect(labels({ leads: true })).toEqual(expect.arrayContaining(['Two-year list', 'People']));
});

test('a recruiter without a person of their own finds search and the catalogue alone', () => {
  expect(labels({ personId: null, access: ['recruiter'] })).toEqual(['Search', 'Career map', 'Roles']);
});

test('the longest address that begins a path is the current one, by whole segments', () => {
  const addresses = ['/people', '/people/7', '/people/7/skills'];
  expect(currentOf(addresses, '/people/7/skills/12')).toBe('/people/7/skills');
  expect(currentOf(addresses, '/people/77')).toBe('/people');
  expect(currentOf(addresses, '/roles')).toBeUndefined();
});

test('pages of a part of the navigation whose address is not below it belong to it all the same', () => {
  const entries = destinations(viewer({}));
  const partOf = (pathname: string) => {
    const current = currentOf(entries.flatMap(({ to, beside = [] }) => [to, ...beside]), pathname);
    return entries.find(({ to, beside }) => to === current || beside?.includes(current!))?.label;
  };
  expect(['/people/7/evidence', '/people/7/tickets', '/people/7/ask', '/people/7/mentoring', '/people/7/sharing'].map(partOf)).toEqual(['Skills', 'Skills', 'Skills', 'Plan', 'My path']);
});
