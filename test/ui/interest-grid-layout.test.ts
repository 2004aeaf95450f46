import { describe, expect, test } from 'vitest';
import { layOutNarrowGrid, layOutWideGrid, type GridSkill } from '#app/ui/interest-grid-layout.ts';
import { starterCatalogue } from '#seeds/reference/catalogue.ts';

const interests = ['more', 'fine', 'less'] as const;
const all: GridSkill[] = starterCatalogue.skills.map(({ name }, at) => ({ name, level: (at % 5) + 1, interest: interests[at % 3]!, strong: false }));
const crowded: GridSkill[] = all.map((skill) => ({ ...skill, level: 4, interest: 'less' }));
const layouts = { wide: layOutWideGrid, narrow: layOutNarrowGrid };

describe.each(Object.entries(layouts))('%s', (_, layOut) => {
  test.each([['five', all.slice(0, 5)], ['all 66', all], ['all in one place', crowded], ['none', []]])('%s names stand inside the picture, none upon another', (_name, skills) => {
    const { width, height, names, bands } = layOut(skills);
    const letters = names.map(({ words }) => words.replace(/-$/, '')).join('').replaceAll(' ', '');
    expect([...letters].sort().join('')).toBe([...skills.map(({ name }) => name.replace(/-$/, '')).join('').replaceAll(' ', '')].sort().join(''));
    for (const { x, y } of names) {
      const band = bands.find((one) => x > one.x && x < one.x + one.width && y > one.y && y <= one.y + one.height);
      expect(band, `a place for ${x} ${y}`).toBeDefined();
    }
    expect(new Set(names.map(({ x, y }) => `${x} ${y}`)).size).toBe(names.length);
    for (const band of bands) expect([band.x + band.width <= width, band.y + band.height <= height]).toEqual([true, true]);
  });

  test('each place has its ground: train, use, less, and nothing for the rest', () => {
    const tones = (skill: Partial<GridSkill>) => {
      const { names, bands } = layOut([{ name: 'Patience', level: 1, interest: 'more', strong: false, ...skill }]);
      return bands.find(({ x, y, width, height }) => names[0]!.x > x && names[0]!.x < x + width && names[0]!.y > y && names[0]!.y < y + height)?.tone;
    };
    expect([tones({}), tones({ level: null }), tones({ level: 3 }), tones({ level: 3, interest: 'less' }), tones({ level: 2, interest: 'less' }), tones({ level: 5, interest: 'fine' })])
      .toEqual(['train', 'train', 'use', 'less', 'plain', 'plain']);
  });

  test('has a place for what is not rated only where there is such a thing', () => {
    expect(layOut(all).bands).toHaveLength(15);
    expect(layOut([...all, { name: 'Patience', level: null, interest: 'more', strong: false }]).bands).toHaveLength(18);
  });
});
