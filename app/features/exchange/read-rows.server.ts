import type { Day } from '#app/domain/date.ts';
import { readTable, type Table } from '#app/server/table.server.ts';
import { quote } from './cell.server.ts';
import { peopleColumns } from './input.server.ts';
import { folded, nearest } from './nearest.ts';
import type { Problem } from './problem.ts';
import { columnNames, requiredColumns, type ColumnName, type PersonRow } from './row.ts';

/** How large a file of people may be. */
export const largestPeopleFile = { bytes: 20 * 1024 * 1024, rows: 200_000 };

/** A file of people, read: the rows as far as they are sound, and everything that is wrong with the rest. */
export interface PeopleFile {
  rows: PersonRow[];
  problems: Problem[];
}

/** Reads a file of people and checks every cell by itself. What needs the database is checked in the comparison. */
export function readPeople(bytes: Uint8Array, today: Day): PeopleFile {
  const table = readTable(bytes, largestPeopleFile);
  const problems = [...table.problems];
  if (table.header.length === 0) return { rows: [], problems };
  const columns = readHeader(table.header, problems);
  const checks = peopleColumns(today);
  const rows = table.rows.map((row) => readRow(row, columns, checks, problems));
  if (rows.length === 0 && problems.length === 0) problems.push({ line: 1, column: null, reason: 'There is no row below the header. Write one row a person.' });
  return { rows, problems };
}

/** The column of each place in a row; null for one that is not known or comes a second time. */
function readHeader(header: Table['header'], problems: Problem[]): (ColumnName | null)[] {
  const columns = header.map((cell, index): ColumnName | null => {
    const wanted = folded(cell).replaceAll(' ', '_');
    const name = columnNames.find((known) => known === wanted);
    if (name === undefined) {
      const meant = nearest(wanted, columnNames);
      const reason = cell === '' ? `Column ${index + 1} has no name. Name it, or take it out.` : `There is no column of this name. ${meant === null ? 'Take it out' : `Is ${meant} meant?`}${meant === null ? `; known are ${columnNames.join(', ')}.` : ''}`;
      problems.push({ line: 1, column: cell === '' ? null : printable(cell.slice(0, 60)), reason });
      return null;
    }
    if (header.findIndex((earlier) => folded(earlier).replaceAll(' ', '_') === wanted) < index) {
      problems.push({ line: 1, column: name, reason: 'This column is there twice. Take one of them out.' });
      return null;
    }
    return name;
  });
  for (const required of requiredColumns) {
    if (!columns.includes(required)) problems.push({ line: 1, column: required, reason: 'This column is missing. Every file needs number and name.' });
  }
  return columns;
}

function readRow(row: Table['rows'][number], columns: readonly (ColumnName | null)[], checks: ReturnType<typeof peopleColumns>, problems: Problem[]): PersonRow {
  const { line, cells } = row;
  if (cells.length !== columns.length) {
    const hint = cells.length > columns.length ? 'Put a cell that holds the separator in quotation marks.' : 'Write a separator for each empty cell too.';
    problems.push({ line, column: null, reason: `This line has ${cells.length} cells, the header has ${columns.length}. ${hint}` });
    // Which cell belongs to which column is anybody's guess, but others may name this person as their manager.
    const place = columns.indexOf('number');
    const number = checks.number.safeParse(place === 0 ? cells[0] : '');
    return { line, values: number.success && number.data !== '' ? { number: number.data } : {} };
  }
  const values: Record<string, unknown> = {};
  columns.forEach((column, index) => {
    const cell = cells[index] ?? '';
    if (column === null) return;
    if (cell === '') {
      if (column === 'number' || column === 'name') problems.push({ line, column, reason: 'This cell is empty. Every person has a number and a name.' });
    } else if (/\p{Cc}/u.test(cell)) {
      problems.push({ line, column, reason: `${quote(printable(cell))} holds a line break or another control character. Write it on one line.` });
    } else {
      const result = checks[column].safeParse(cell);
      if (result.success) values[column] = result.data;
      else for (const issue of result.error.issues) problems.push({ line, column, reason: issue.message });
    }
  });
  return { line, values };
}

/** Nothing that would move a terminal's cursor. */
function printable(text: string): string {
  return text.replace(/\p{Cc}+/gu, '⏎');
}
