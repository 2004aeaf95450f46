import { CsvError, parse, type Info } from 'csv-parse/sync';

/** How large a file may be. */
export interface TableLimits {
  bytes: number;
  rows: number;
}

/** The lines of a CSV file: the header's cells, the rows' cells with the line on which each begins. */
export interface Table {
  header: string[];
  rows: { line: number; cells: string[] }[];
  problems: { line: number; column: null; reason: string }[];
}

/** How often reading is begun again behind a broken line; after that the rest of the file goes unread. */
const mostBrokenLines = 50;

/**
 * Takes a file apart: UTF-8 with or without a byte order mark, commas, semicolons or tabs (the header tells which),
 * cells in double quotes where they hold the separator. Cells come trimmed; empty lines are passed over. What
 * cannot be read is among the problems, and the lines after it are read all the same.
 */
export function readTable(bytes: Uint8Array, most: TableLimits): Table {
  const nothing = (line: number, reason: string): Table => ({ header: [], rows: [], problems: [{ line, column: null, reason }] });
  if (bytes.length > most.bytes) return nothing(1, `The file has ${Math.ceil(bytes.length / 1024 / 1024)} MiB. At most ${most.bytes / 1024 / 1024} MiB are possible: split it.`);
  const decoded = decode(bytes);
  if (typeof decoded === 'number') return nothing(decoded, 'The file is not in UTF-8. Save it again as "CSV UTF-8".');
  const text = decoded.replace(/\r\n?/g, '\n');
  if (text.trim() === '') return nothing(1, 'The file is empty. The first line names the columns.');
  const table: Table = { header: [], rows: [], problems: [] };
  const delimiter = delimiterOf(text);
  let rest = text;
  let line = 1;
  for (let broken = 0; ; ) {
    const failure = readPart(rest, line, delimiter, table.rows, most.rows);
    if (table.rows.length > most.rows + 1) return nothing(1, `The file has more than ${most.rows} rows. Split it.`);
    if (!failure) break;
    broken += 1;
    table.problems.push({ line: failure.line, column: null, reason: failure.reason });
    if (broken === mostBrokenLines) {
      table.problems.push({ line: failure.line + 1, column: null, reason: `More than ${mostBrokenLines} lines are broken. From here on nothing was read.` });
      break;
    }
    rest = afterLines(rest, failure.line - line + 1);
    line = failure.line + 1;
  }
  table.header = table.rows.shift()?.cells ?? [];
  return table;
}

/** Adds the rows up to the end or to the first line that cannot be read; answers which that is. */
function readPart(text: string, firstLine: number, delimiter: string, rows: Table['rows'], mostRows: number): { line: number; reason: string } | null {
  let next = firstLine;
  const takeRow = ({ record, info }: { record: string[]; info: Info }): null => {
    const cells = record.map((cell) => cell.trim());
    if (cells.some((cell) => cell !== '')) rows.push({ line: next, cells });
    next = firstLine + info.lines;
    if (rows.length > mostRows + 1) throw new TooManyRows();
    return null;
  };
  try {
    parse(text, { delimiter, record_delimiter: '\n', relax_column_count: true, info: true, on_record: takeRow as unknown as (record: string[]) => null });
  } catch (error) {
    if (error instanceof TooManyRows) return null;
    if (!(error instanceof CsvError)) throw error;
    return { line: next, reason: faults[error.code] ?? `This line cannot be read (${error.code}).` };
  }
  return null;
}

class TooManyRows extends Error {}

const faults: Record<string, string> = {
  CSV_QUOTE_NOT_CLOSED: 'A quotation mark opens a cell here and none closes it. Close it, or write it twice where the mark itself is meant.',
  CSV_INVALID_CLOSING_QUOTE: 'Something follows the quotation mark that closes a cell, or one that opened a cell is not closed. Put the whole cell in quotation marks, and write those inside it twice.',
  INVALID_OPENING_QUOTE: 'A quotation mark stands in the middle of a cell. Put the whole cell in quotation marks, and write those inside it twice.',
};

/** The text, or the number of the line with the first byte that is not UTF-8. */
function decode(bytes: Uint8Array): string | number {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    let line = 1;
    for (let start = 0; ; line++) {
      const end = bytes.indexOf(10, start);
      try {
        new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(start, end < 0 ? bytes.length : end));
      } catch {
        return line;
      }
      if (end < 0) return line;
      start = end + 1;
    }
  }
}

function delimiterOf(text: string): string {
  const header = (text.split('\n').find((line) => line.trim() !== '') ?? '').replace(/"[^"]*"/g, '');
  return [',', ';', '\t'].reduce((best, one) => (header.split(one).length > header.split(best).length ? one : best));
}

function afterLines(text: string, lines: number): string {
  let at = 0;
  for (let passed = 0; passed < lines; passed++) {
    const end = text.indexOf('\n', at);
    if (end < 0) return '';
    at = end + 1;
  }
  return text.slice(at);
}
