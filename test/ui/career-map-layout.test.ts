import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { textLines, textWidth } from '#app/ui/text-lines.ts';
import { manyRoles } from '#test/support/many-roles.ts';
import { boxPadding, boxWidth, layOutCareerMap, lineHeight, nameSize, wordsSize, type MapLayout } from '#app/ui/career-map-layout.ts';

const read = (name: string) => JSON.parse(readFileSync(new URL(`../../seeds/reference/${name}.json`, import.meta.url), 'utf8')) as never;
const { families, roles } = read('roles') as { families: { id: string; name: string }[]; roles: { id: string; name: string; family: string; grade: number }[] };
const moves = read('transitions') as { from: string; to: string }[];

function crossings({ boxes, lines }: MapLayout): string[] {
  return lines.flatMap(({ from, to, path }) => {
    const points = [...path.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
    return boxes.flatMap((box) => points.slice(1).flatMap(([x2, y2], index) => {
      const [x1, y1] = points[index]!;
      const inside = Math.max(x1, x2) > box.x + 1 && Math.min(x1, x2) < box.x + boxWidth - 1 && Math.max(y1, y2) > box.y + 1 && Math.min(y1, y2) < box.y + box.height - 1;
      return inside ? [`${from}>${to} crosses ${box.id}`] : [];
    }));
  });
}

describe('the career map', () => {
  it('never leads a line behind a box', () => {
    expect(crossings(layOutCareerMap(families, roles, moves))).toEqual([]);
  });

  it('stays readable with 120 roles and 600 moves: no two boxes overlap, every line has its ends, none runs behind a box', () => {
    const { roles: many, transitions } = manyRoles;
    expect([many.length, transitions.length]).toEqual([120, 600]);
    const layout = layOutCareerMap(families, many.map((role, index) => ({ ...role, words: index % 3 === 0 ? 'Growing, at most 2 years 11 months' : null })), transitions);
    expect(layout.boxes).toHaveLength(120);
    expect(layout.lines).toHaveLength(600);
    expect(crossings(layout)).toEqual([]);
    for (const a of layout.boxes) {
      for (const b of layout.boxes) {
        if (a !== b) expect(a.x + boxWidth <= b.x || b.x + boxWidth <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y, `${a.id} and ${b.id}`).toBe(true);
      }
      expect(a.y + a.height).toBeLessThan(layout.height);
      expect((a.lines.length + a.words.length) * lineHeight + 2 * boxPadding).toBeLessThanOrEqual(Math.max(70, a.height));
      for (const [lines, size] of [[a.lines, nameSize], [a.words, wordsSize]] as const) {
        for (const line of lines) expect(textWidth(line, size), line).toBeLessThanOrEqual(boxWidth - 2 * boxPadding);
      }
    }
  });

  it('names the families in a row above, and the grades beside, clear of every box', () => {
    const { columns, rows, boxes } = layOutCareerMap([{ id: 'a', name: 'Service, people, supplier and portfolio management' }], [{ id: 'x', name: 'X', family: 'a', grade: 3 }, { id: 'y', name: 'Y', family: 'a', grade: 1 }], []);
    expect(columns[0]?.lines.length).toBeGreaterThan(1);
    expect(rows.map(({ grade }) => grade)).toEqual([3, 1]);
    expect(Math.min(...boxes.map(({ y }) => y))).toBeGreaterThan(22 + (columns[0]!.lines.length - 1) * lineHeight);
    expect(Math.min(...boxes.map(({ x }) => x))).toBeGreaterThan(50);
  });

  it('breaks long names at spaces', () => {
    const { boxes } = layOutCareerMap(families, [{ id: 'a', name: 'Messaging and collaboration administrator', family: families[0]!.id, grade: 1 }], []);
    expect(boxes[0]?.lines).toEqual(['Messaging and', 'collaboration', 'administrator']);
  });
});

describe('words in lines', () => {
  it('keep every sign, in order', () => {
    fc.assert(fc.property(fc.stringMatching(/^[A-Za-zäöüŁ]{1,40}( [A-Za-zäöüŁ]{1,40}){0,6}$/), fc.integer({ min: 40, max: 300 }), (text, room) => {
      const lines = textLines(text, room, 13);
      expect(lines.join(' ').replaceAll('\u2010 ', '')).toBe(text);
      for (const line of lines) expect(textWidth(line, 13)).toBeLessThanOrEqual(room);
    }));
  });

  it('break a word only where it does not fit by itself', () => {
    expect(textLines('Telecommunications specialist', 164, 13)).toEqual(['Telecommunications', 'specialist']);
    expect(textLines('Telekommunikationsspezialist Nord', 120, 13)).toEqual(['Telekommunik\u2010', 'ationsspezialis\u2010', 't Nord']);
  });
});
