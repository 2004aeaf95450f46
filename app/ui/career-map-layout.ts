/** Where boxes and lines of the career map lie: families are columns, grades are rows, the most senior on top. Pixels of the drawing. */
import { textLines } from './text-lines.ts';

type Role = { id: string; name: string; family: string; grade: number; words?: string | null };
type Move = { from: string; to: string };

export type MapBox = { id: string; x: number; y: number; height: number; lines: string[]; words: string[] };
export type MapLine = { from: string; to: string; path: string };
export type MapLayout = { width: number; height: number; columns: { id: string; lines: string[]; x: number }[]; boxes: MapBox[]; rows: { grade: number; y: number }[]; lines: MapLine[] };

export const boxWidth = 188;
export const boxPadding = 12;
export const lineHeight = 15;
export const nameSize = 13;
export const wordsSize = 12;
const leastHeight = 70;
/** Room for the grades beside the first column; no line runs there. */
const left = 56;
const gutter = 32;
const stackGap = 14;
const channel = 36;
const top = 22;
const bend = 7;

/**
 * Lays out the map. Lines run only in the gutters between columns and the channels between rows, so never behind a box or
 * through its words; the lines of one role share a lane and branch off it. A box is as high as its words need.
 */
export function layOutCareerMap(families: readonly { id: string; name: string }[], roles: readonly Role[], moves: readonly Move[]): MapLayout {
  const columns = families.filter(({ id }) => roles.some((role) => role.family === id))
    .map(({ id, name }, index) => ({ id, lines: textLines(name, boxWidth, nameSize + 1), x: left + index * (boxWidth + gutter) }));
  const placed = new Map<string, MapBox & { column: number; row: number }>();
  const channels: number[] = [];
  let y = top + Math.max(0, ...columns.map(({ lines }) => lines.length)) * lineHeight;
  const grades = [...new Set(roles.map(({ grade }) => grade))].sort((a, b) => b - a);
  const rows = grades.map((grade, row) => {
    const start = y;
    let end = y;
    columns.forEach(({ id, x }, column) => {
      let at = start;
      for (const role of roles.filter((one) => one.family === id && one.grade === grade)) {
        const box = boxOf(role);
        placed.set(role.id, { ...box, x, y: at, column, row });
        end = Math.max(end, at + box.height);
        at += box.height + stackGap;
      }
    });
    y = end + channel;
    channels.push(y - channel / 2);
    return { grade, y: start };
  });
  const sources = [...new Set(moves.map(({ from }) => from))].sort();
  const lines = moves.flatMap((move) => {
    const from = placed.get(move.from);
    const to = placed.get(move.to);
    if (!from || !to) return [];
    const lane = (sources.indexOf(move.from) + 1) / (sources.length + 1);
    return [{ from: move.from, to: move.to, path: pathOf(pointsOf(from, to, lane, channels)) }];
  });
  const boxes = [...placed.values()].map(({ column: _, row: __, ...box }): MapBox => box);
  return { width: left + columns.length * (boxWidth + gutter), height: y, columns, boxes, rows, lines };
}

function boxOf({ id, name, words }: Role): Omit<MapBox, 'x' | 'y'> {
  const room = boxWidth - 2 * boxPadding;
  const box = { id, lines: textLines(name, room, nameSize), words: words ? textLines(words, room, wordsSize) : [] };
  return { ...box, height: Math.max(leastHeight, (box.lines.length + box.words.length) * lineHeight + 2 * boxPadding) };
}

type Point = [number, number];
type Placed = MapBox & { column: number; row: number };

function pointsOf(from: Placed, to: Placed, lane: number, channels: readonly number[]): Point[] {
  const rightwards = to.column >= from.column;
  const start: Point = [rightwards ? from.x + boxWidth : from.x, from.y + from.height / 2];
  const entersLeft = to.column > from.column;
  const end: Point = [entersLeft ? to.x : to.x + boxWidth, to.y + to.height / 2];
  const inLane = (edge: number, outwards: boolean) => (outwards ? edge + gutter * lane : edge - gutter * (1 - lane));
  const leaves = inLane(start[0], rightwards);
  const arrives = inLane(end[0], !entersLeft);
  if (Math.abs(leaves - arrives) < 1) return [start, [leaves, start[1]], [leaves, end[1]], end];
  // Past other columns the line takes the channel on the near side of the row it goes to.
  const upwards = to.row < from.row;
  const between = channels[upwards ? to.row : Math.max(0, to.row - 1)]! + (lane - 0.5) * channel * 0.6;
  return [start, [leaves, start[1]], [leaves, between], [arrives, between], [arrives, end[1]], end];
}

/** A line through points with rounded bends. */
function pathOf(points: readonly Point[]): string {
  const [first, ...rest] = points;
  let path = `M${round(first!)}`;
  rest.forEach((point, index) => {
    const next = rest[index + 1];
    if (!next) {
      path += ` L${round(point)}`;
      return;
    }
    const before = points[index]!;
    path += ` L${round(towards(point, before))} Q${round(point)} ${round(towards(point, next))}`;
  });
  return path;
}

function towards([x, y]: Point, [toX, toY]: Point): Point {
  const length = Math.hypot(toX - x, toY - y);
  const step = length === 0 ? 0 : Math.min(bend, length / 2) / length;
  return [x + (toX - x) * step, y + (toY - y) * step];
}

function round([x, y]: Point): string {
  return `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`;
}
