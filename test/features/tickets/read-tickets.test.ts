import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTickets } from '#app/features/tickets/read-tickets.server.ts';
import { zonedClock } from '#app/server/clock.server.ts';
import { testDay } from '#test/support/people.ts';

const clockIn = (zone: string) => zonedClock(zone, () => new Date(`${testDay}T12:00:00Z`));
const read = (text: string, zone = 'UTC') => readTickets(Buffer.from(text, 'utf8'), clockIn(zone));
const counts = (text: string) => {
  const file = read(text);
  if (file.problems) throw new Error(JSON.stringify(file.problems));
  return file.counts.map(({ closedOn, category, tickets }) => `${closedOn} ${category} ${tickets}`);
};
const faults = (text: string) => read(text).problems?.map(({ line, reason }) => `${line}: ${reason}`);

describe('a file of tickets', () => {
  test('has one row a ticket, in any spelling of a category', () => {
    expect(counts('closed,category\n2026-07-01,Printer\n2026-07-01,printer\n2026-07-02, Wi-Fi \n')).toEqual(['2026-07-01 Printer 2', '2026-07-02 Wi-Fi 1']);
  });

  test('or one row a day and category with a count; the same day and category twice add up', () => {
    expect(counts('date;type;tickets\n2026-07-01;Printer;5\n2026-07-01;Printer;2\n2026-07-02;Printer;0\n')).toEqual(['2026-07-01 Printer 7', '2026-07-02 Printer 0']);
  });

  test.each([
    ['a byte order mark, tabs, other columns and other names', '\ufeffNumber\tClosed_At\tTitle\tTicket Type\nINC1\t2026-07-01T23:59:00+02:00\tAna’s secret\tPrinter\n'],
    ['quoted cells with the separator inside', '"Date closed","Category"\n"2026-07-01 08:00","Printer"\n'],
    ['Windows line ends and empty lines', 'resolved,category\r\n\r\n2026-07-01,Printer\r\n\r\n'],
  ])('may have %s', (_, text) => {
    expect(counts(text)).toEqual(['2026-07-01 Printer 1']);
  });

  test.each([
    ['2026-07-01T23:30:00Z', 'Europe/Berlin', '2026-07-02'], ['2026-07-01 23:30:00 UTC', 'Europe/Berlin', '2026-07-02'], ['2026-01-01T00:30:00.000+0000', 'America/New_York', '2025-12-31'],
    ['2026-07-02T00:30+02:00', 'UTC', '2026-07-01'], ['2026-07-01T23:30:00-05', 'UTC', '2026-07-02'], ['2026-07-01T23:30:00', 'Asia/Tokyo', '2026-07-01'], ['2026-07-01', 'Asia/Tokyo', '2026-07-01'],
  ])('with %s counts in %s on %s: a moment has its day in the time zone of the organisation, a time without an offset is taken as written', (cell, zone, day) => {
    expect(read(`closed,category\n${cell},Printer\n`, zone).counts).toEqual([{ closedOn: day, category: 'Printer', tickets: 1 }]);
  });

  test('is refused where there is no such moment, or it is still to come', () => {
    expect(faults('closed,category\n2026-07-01T25:00:00Z,Printer\n2026-02-30T10:00:00Z,Printer\n2026-11-22T23:30:00-02:00,Printer\n')).toEqual([
      '2: This is not a date that can be read. Write it as 2026-04-03.', '3: This is not a date that can be read. Write it as 2026-04-03.', '4: This day is still to come.',
    ]);
  });

  test('may have the day first, when it shows that it does', () => {
    expect(counts('date,category\n25/07/2026,Printer\n3/7/2026 09:15,Printer\n')).toEqual(['2026-07-25 Printer 1', '2026-07-03 Printer 1']);
    expect(faults('date,category\n03/04/2026,Printer\n04/04/2026,Printer\n')).toEqual(['2: “03/04/2026” can be read in two ways, and nothing in the file tells which. Write dates as 2026-04-03.', '3: “04/04/2026” can be read in two ways, and nothing in the file tells which. Write dates as 2026-04-03.']);
    expect(faults('date,category\n07/25/2026,Printer\n')).toEqual(['2: “07/25/2026”: the month seems to stand first in this file. Write dates as 2026-04-03, or with the day first.']);
    expect(faults('date,category\n25/07/2026,Printer\n07/25/2026,Printer\n')).toHaveLength(2);
  });

  test('is refused whole, every bad line named', () => {
    expect(faults('closed,category,count\n2026-07-01,Printer,2\n2026-02-30,Printer,1\nyesterday,Printer,1\n2027-01-01,Printer,1\n1999-12-31,Printer,1\n2026-07-01,,1\n2026-07-01,Printer,-1\n2026-07-01,Printer,2.5\n2026-07-01,Printer,1,extra\n')).toEqual([
      '3: This is not a date that can be read. Write it as 2026-04-03.', '4: This is not a date that can be read. Write it as 2026-04-03.', '5: This day is still to come.', '6: This day is before the year 2000.',
      '7: The category is missing, or has more than 120 characters.', '8: The count has to be a whole number from 0 to 10000.', '9: The count has to be a whole number from 0 to 10000.',
      '10: This line has more cells than the header. Put a cell that holds the separator in quotation marks.',
    ]);
  });

  test('counts at most ten thousand of a category on one day', () => {
    expect(faults('closed,category,count\n2026-07-01,Printer,10000\n2026-07-01,printer,1\n')).toEqual(['3: With this line there are more than 10000 tickets of one category on one day.']);
  });

  test.each([
    ['', '1: The file is empty. The first line names the columns.'], ['closed,category\n', '1: There is no row below the header.'],
    ['when,category\n2026-07-01,x\n', '1: No column says when a ticket was closed. It may be called closed, closed at, closed on, closed date, date closed, date.'],
    ['closed,what\n2026-07-01,x\n', '1: No column says the category. It may be called category, ticket category, type, ticket type, issue type.'],
  ])('%j is refused', (text, fault) => {
    expect(faults(text)).toEqual([fault]);
  });

  test('V5.2.2: that is something else, whatever it is called, is refused', () => {
    expect(readTickets(Buffer.from('4d5a90000300000004000000ffff', 'hex'), clockIn('UTC')).problems).toEqual([{ line: 1, reason: 'The file is not in UTF-8. Save it again as "CSV UTF-8".' }]);
    expect(faults(`closed,category\n${Array.from({ length: 201 }, (_, number) => `2026-07-01,Title ${number}\n`).join('')}`)?.[0]).toMatch(/^1: The file has 201 categories/);
    expect(readTickets(Buffer.alloc(1024 * 1024 + 1, 'a'), clockIn('UTC')).problems).toHaveLength(1);
  });

  test('of anything at all is read or refused, and never counts what is not there', () => {
    const cell = fc.oneof(fc.constantFrom('2026-07-01', '25/07/2026', 'Printer', '3', '', '"', 'closed', 'category'), fc.string({ maxLength: 8 }));
    fc.assert(fc.property(fc.constantFrom('closed,category', 'closed,category,count', ''), fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 6 }), (header, rows) => {
      const { counts: found, problems } = read([header, ...rows.map((row) => row.join(','))].join('\n'));
      expect((found === null) !== (problems === null)).toBe(true);
      for (const { tickets } of found ?? []) expect(tickets).toBeGreaterThanOrEqual(0);
    }), { numRuns: 200 });
  });
});
