import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultPolicy } from '#app/domain/policy.ts';
import { skillGuesser } from '#app/domain/skill-likeness.ts';
import { quarterOf, suggestionText, ticketSuggestions, type TicketCount } from '#app/domain/ticket-evidence.ts';
import { starterCatalogue } from '#seeds/reference/catalogue.ts';

const count = (category: string, tickets: number, quarterOn = '2026-07-01'): TicketCount => ({ category, tickets, quarterOn, firstOn: `${quarterOn.slice(0, 8)}03`, lastOn: `${quarterOn.slice(0, 8)}28` });
const mapping = new Map([['Printer', ['desktop-hardware']], ['Laptop', ['desktop-hardware', 'client-os']], ['Lunch', []]]);

describe('tickets as evidence', () => {
  test('count for every skill of their category, quarter by quarter', () => {
    expect(ticketSuggestions([count('Printer', 30), count('Laptop', 7), count('Lunch', 400), count('Unknown', 50), count('Printer', 12, '2026-10-01')], mapping, [], defaultPolicy)).toEqual([
      { skill: 'desktop-hardware', quarterOn: '2026-10-01', tickets: 12, firstOn: '2026-10-03', lastOn: '2026-10-28', categories: [{ category: 'Printer', tickets: 12 }], answered: null, accepted: 0 },
      { skill: 'desktop-hardware', quarterOn: '2026-07-01', tickets: 37, firstOn: '2026-07-03', lastOn: '2026-07-28', categories: [{ category: 'Printer', tickets: 30 }, { category: 'Laptop', tickets: 7 }], answered: null, accepted: 0 },
    ]);
  });

  test.each([
    [37, 37, false], [37, 40, false], [37, 55, false], [37, 56, true], [10, 19, false], [10, 20, true], [11, 17, false],
  ])('answered at %i are asked again at %i: %s', (then, now, again) => {
    const found = ticketSuggestions([count('Printer', now)], mapping, [{ skill: 'desktop-hardware', quarterOn: '2026-07-01', tickets: then, accepted: 3 }], defaultPolicy);
    expect(found.map(({ answered, accepted }) => [answered, accepted])).toEqual(again ? [[then, 3]] : []);
  });

  test.each([['2026-01-01', '2026-01-01'], ['2026-03-31', '2026-01-01'], ['2026-04-01', '2026-04-01'], ['2026-09-30', '2026-07-01'], ['2026-12-31', '2026-10-01']])('%s is in the quarter of %s', (day, quarter) => {
    expect(quarterOf(day)).toBe(quarter);
  });

  const categories = ['a', 'b', 'c', 'd'];
  const someCounts = fc.uniqueArray(fc.record({
    category: fc.constantFrom(...categories), tickets: fc.integer({ min: 1, max: 60 }), quarterOn: fc.constantFrom('2026-04-01', '2026-07-01', '2026-10-01'),
  }), { selector: ({ category, quarterOn }) => `${category} ${quarterOn}` }).map((rows) => rows.map(({ category, tickets, quarterOn }) => count(category, tickets, quarterOn)));
  const someMapping = fc.dictionary(fc.constantFrom(...categories), fc.subarray(['s1', 's2', 's3'])).map((rows) => new Map(Object.entries(rows)));

  test('are never made of nothing: every suggestion adds up to its categories, and is worth making', () => {
    fc.assert(fc.property(someCounts, someMapping, (counts, skillsOf) => {
      for (const { skill, quarterOn, tickets, categories: parts } of ticketSuggestions(counts, skillsOf, [], defaultPolicy)) {
        expect(tickets).toBeGreaterThanOrEqual(defaultPolicy.ticketsWorthAsking);
        expect(parts.reduce((sum, part) => sum + part.tickets, 0)).toBe(tickets);
        for (const { category, tickets: part } of parts) {
          expect(skillsOf.get(category)).toContain(skill);
          expect(counts).toContainEqual(expect.objectContaining({ category, tickets: part, quarterOn }));
        }
      }
    }));
  });

  test('are told with their days, one day once', () => {
    const told = (lastOn: string, beside?: number) => suggestionText({ tickets: 37, firstOn: '2026-07-03', lastOn, categories: [{ category: 'Printer', tickets: 30 }, { category: 'Scanner', tickets: 7 }] }, beside);
    expect(told('2026-09-28')).toBe('37 tickets closed between 3 July 2026 and 28 September 2026, by category: Printer 30, Scanner 7.');
    expect(told('2026-07-03')).toBe('37 tickets closed on 3 July 2026, by category: Printer 30, Scanner 7.');
    expect(told('2026-07-03', 12)).toBe('25 more tickets closed on 3 July 2026, beside 12 that are evidence already. Categories: Printer, Scanner.');
  });

  test('do not depend on the order of the counts, and once answered are not asked again', () => {
    fc.assert(fc.property(someCounts, someMapping, fc.nat(), (counts, skillsOf, turn) => {
      const found = ticketSuggestions(counts, skillsOf, [], defaultPolicy);
      const at = counts.length === 0 ? 0 : turn % counts.length;
      expect(ticketSuggestions([...counts.slice(at), ...counts.slice(0, at)], skillsOf, [], defaultPolicy)).toEqual(found);
      expect(ticketSuggestions(counts, skillsOf, found, defaultPolicy)).toEqual([]);
    }));
  });
});

describe('the skills a category is likely about', () => {
  const likely = skillGuesser(starterCatalogue.skills);
  test.each([
    ['Printers', 'desktop-hardware'], ['Printer jam', 'desktop-hardware'], ['Wi-Fi', 'wireless-networks'], ['Password reset', 'account-access'], ['E-mail / Outlook', 'exchange-admin'],
    ['VPN & remote access', 'firewall-vpn'], ['Mobile device', 'mobile-devices'], ['Server patching', 'server-admin'], ['Telephony', 'telephony'], ['Backup failed', 'backup-recovery'],
  ])('%s: %s first', (category, skill) => {
    expect(likely(category)[0]).toBe(skill);
  });

  test('are at most three, of the catalogue, and none where no word fits', () => {
    expect(likely('Zzzz')).toEqual([]);
    expect(likely('')).toEqual([]);
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (category) => {
      expect(likely(category).length).toBeLessThanOrEqual(3);
    }), { numRuns: 50 });
  });
});
