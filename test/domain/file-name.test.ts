import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanFileName } from '#app/domain/file-name.ts';

describe('V5.3.2: the name of a file', () => {
  test.each([
    ['Report 2026.pdf', 'Report 2026.pdf'], ['../../etc/passwd', 'passwd'], ['C:\\Users\\Ana\\scan.png', 'scan.png'], ['.htaccess', 'htaccess'], ['...', 'file'], ['', 'file'], ['a/', 'file'],
    ['a\0b\r\nSet-Cookie: x.pdf', 'abSet-Cookie: x.pdf'], ['\u202efdp.exe', 'fdp.exe'], ['  two \t words .pdf ', 'two words .pdf'], ['Prüfung “Netz”.jpg', 'Prüfung “Netz”.jpg'], ['\ud800.pdf', 'pdf'],
  ])('of %j is kept as %j', (given, kept) => {
    expect(cleanFileName(given)).toBe(kept);
  });

  test('keeps its ending when it is too long', () => {
    const kept = cleanFileName(`${'😀'.repeat(300)}.jpeg`);
    expect([...kept]).toHaveLength(120);
    expect(kept).toMatch(/^😀+…\.jpeg$/u);
  });

  test('is never empty, never leads anywhere, is short, and clean once and for all', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.constantFrom('', '/', '\\', '.', '\n'), fc.string({ unit: 'binary' }), (one, between, other) => {
      const kept = cleanFileName(one + between + other);
      expect(kept).not.toMatch(/^$|^[.\s]|[/\\\p{Cc}\p{Cf}\p{Cs}]|\s$/u);
      expect([...kept].length).toBeLessThanOrEqual(120);
      expect(cleanFileName(kept)).toBe(kept);
    }));
  });
});
