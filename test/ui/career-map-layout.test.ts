import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { boxHeight, boxWidth, layOutCareerMap, type MapLayout } from '#app/ui/career-map-layout.ts';

const read = (name: string) => JSON.parse(readFileSync(new URL(`../../seeds/reference/${name}.json`, import.meta.url), 'utf8')) as never;
const { families, roles } = read('roles') as { families: { id: string; name: string }[]; roles: { id: string; name: string; family: string; grade: number }[] };
const moves = read('transitions') as { from: string; to: string }[];

function crossings({ boxes, lines }: MapLayout): string[] {
  return lines.flatMap(({ from, to, path }) => {
    const points = [...path.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
    return boxes.flatMap((box) => points.slice(1).flatMap(([x2, y2], index) => {
      const [x1, y1] = points[index]!;
      const inside = Math.max(x1, x2) > box.x + 1 && Math.min(x1, x2) < box.x + boxWidth - 1 && Math.max(y1, y2) > box.y + 1 && Math.min(y1, y2) < box.y + boxHeight - 1;
      return inside ? [`${from}>${to} crosses ${box.id}`] : [];
    }));
  });
}

describe('the career map', () => {
  it('never leads a line behind a box', () => {
    expect(crossings(layOutCareerMap(families, roles, moves))).toEqual([]);
  });

  it('stays readable with 120 roles: no two boxes overlap, every line has its ends, none runs behind a box', () => {
    const many = Array.from({ length: 120 }, (_, index) => ({ id: `role-${index}`, name: `Senior role with a rather long name ${index}`, family: families[index % 5]!.id, grade: 1 + (index * 7) % 6 }));
    const between = many.flatMap((role, index) => [{ from: role.id, to: `role-${(index * 13 + 5) % 120}` }, { from: role.id, to: `role-${(index + 31) % 120}` }]).filter(({ from, to }) => from !== to);
    const layout = layOutCareerMap(families, many, between);
    expect(layout.boxes).toHaveLength(120);
    expect(layout.lines).toHaveLength(between.length);
    expect(crossings(layout)).toEqual([]);
    for (const a of layout.boxes) {
      for (const b of layout.boxes) {
        if (a !== b) expect(Math.abs(a.x - b.x) >= boxWidth || Math.abs(a.y - b.y) >= boxHeight).toBe(true);
      }
    }
  });

  it('breaks long names at spaces', () => {
    const { boxes } = layOutCareerMap(families, [{ id: 'a', name: 'Messaging and collaboration administrator', family: families[0]!.id, grade: 1 }], []);
    expect(boxes[0]?.lines).toEqual(['Messaging and', 'collaboration', 'administrator']);
  });
});
