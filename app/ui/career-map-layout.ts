/** Where boxes and lines of the career map lie: families are columns, grades are rows, the most senior on top. Pixels of the drawing. */
type Role = { id: string; name: string; family: string; grade: number };
type Move = { from: string; to: string };

export type MapBox = { id: string; x: number; y: number; lines: string[] };
export type MapLine = { from: string; to: string; path: string };
export type MapLayout = { width: number; height: number; columns: { id: string; name: string; x: number }[]; boxes: MapBox[]; lines: MapLine[] };

export const boxWidth = 190;
export const boxHeight = 70;
const gutter = 32;
const stackGap = 14;
const channel = 36;
const top = 40;
const bend = 7;
const longestLine = 23;

/**
 * Lays out the map. Lines run only in the gutters between columns and the channels between rows, so never behind a box or
 * through its words; the lines of one role share a lane and branch off it.
 */
export function layOutCareerMap(families: readonly { id: string; name: string }[], roles: readonly Role[], moves: readonly Move[]): MapLayout {
  const columns = families.filter(({ id }) => roles.some((role) => role.family === id))
    .map((family, index) => ({ ...family, x: gutter + index * (boxWidth + gutter) }));
  const placed = new Map<string, MapBox & { column: number; row: number }>();
  const channels: number[] = [];
  let y = top;
  const grades = [...new Set(roles.map(({ grade }) => grade))].sort((a, b) => b - a);
  grades.forEach((grade, row) => {
    const stacks = columns.map(({ id }) => roles.filter((role) => role.family === id && role.grade === grade));
    const tallest = Math.max(...stacks.map(({ length }) => length));
    stacks.forEach((stack, column) => stack.forEach((role, place) => {
      placed.set(role.id, { id: role.id, x: columns[column]!.x, y: y + place * (boxHeight + stackGap), lines: wrapped(role.name), column, row });
    }));
    y += tallest * (boxHeight + stackGap) - stackGap + channel;
    channels.push(y - channel / 2);
  });
  const sources = [...new Set(moves.map(({ from }) => from))].sort();
  const lines = moves.flatMap((move) => {
    const from = placed.get(move.from);
    const to = placed.get(move.to);
    if (!from || !to) return [];
    const lane = (sources.indexOf(move.from) + 1) / (sources.length + 1);
    return [{ from: move.from, to: move.to, path: pathOf(pointsOf(from, to, lane, channels)) }];
  });
  return { width: gutter + columns.length * (boxWidth + gutter), height: y, columns, boxes: [...placed.values()].map(({ id, x, y: at, lines: words }) => ({ id, x, y: at, lines: words })), lines };
}

type Point = [number, number];
type Placed = MapBox & { column: number; row: number };

function pointsOf(from: Placed, to: Placed, lane: number, channels: readonly number[]): Point[] {
  const rightwards = to.column >= from.column;
  const start: Point = [rightwards ? from.x + boxWidth : from.x, from.y + boxHeight / 2];
  const entersLeft = to.column > from.column;
  const end: Point = [entersLeft ? to.x : to.x + boxWidth, to.y + boxHeight / 2];
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

/** A name in lines that fit the box, broken at spaces. */
function wrapped(name: string): string[] {
  const lines: string[] = [];
  for (const word of name.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= longestLine) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
