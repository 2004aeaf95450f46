import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redirectWithNotice, safeRedirect, takeNotice } from '#app/server/respond.server.ts';
import { cookiePair } from '#test/support/request.ts';

const origin = 'http://localhost:3000';

describe('where to go after signing in', () => {
  it('is a page of ours', () => {
    expect(safeRedirect('/people/3?tab=skills', origin)).toBe('/people/3?tab=skills');
    expect(safeRedirect(`${origin}/roles`, origin)).toBe('/roles');
    expect(safeRedirect('roles', origin)).toBe('/roles');
  });

  it.each([
    null, 7, '', '//evil.example', '/\\evil.example', '/\t/evil.example', '\t//evil.example', '/\n/evil.example', 'https://evil.example', 'https:evil.example',
    'javascript:alert(1)', 'data:text/html,x', '/.//evil.example', '/..//evil.example', '/a/..//evil.example', '/./\\evil.example', 'http://localhost:3000@evil.example/',
    'http://localhost:3001/', '/people.data', `/${'a'.repeat(2001)}`, 'http://[', '///evil.example', '\\\\evil.example', 'http://localhost:3000//evil.example',
  ])('is the start page for %j', (to) => {
    expect(safeRedirect(to, origin)).toBe('/');
  });

  it('is on our own origin for 10,000 strings made to lead away', () => {
    const piece = fc.constantFrom('/', '\\', '\t', '\n', '\r', ' ', '.', '..', '//', ':', '@', '?', '#', '%2f', '%5c', '%09', 'evil.example', 'http:', 'https:', 'javascript:', 'localhost:3000', origin, 'a', '\u2028', '／', '。');
    const crafted = fc.array(piece, { maxLength: 10 }).map((parts) => parts.join(''));
    fc.assert(fc.property(fc.oneof(crafted, fc.string({ unit: 'binary' }), fc.webUrl()), (to) => {
      const path = safeRedirect(to, origin);
      expect(path).toMatch(/^\/(?![/\\])[\x21-\x7e]*$/);
      expect(new URL(path, origin).origin).toBe(origin);
      expect(new URL(path, 'https://other.example/deep/er').origin).toBe('https://other.example');
    }), { numRuns: 10_000 });
  });
});

describe('a notice', () => {
  it('is shown once, on the page after the redirect', () => {
    const response = redirectWithNotice('/people/3/skills', 'Level confirmed – “3”.');
    expect([response.status, response.headers.get('Location')]).toEqual([303, '/people/3/skills']);
    const setCookie = response.headers.get('Set-Cookie') ?? '';
    expect(setCookie).toMatch(/; HttpOnly; SameSite=Lax; Max-Age=60$/);
    const next = takeNotice(new Request(origin, { headers: { Cookie: `a=b; ${cookiePair(setCookie)}` } }));
    expect(next.notice).toBe('Level confirmed – “3”.');
    expect(next.clear).toMatch(/^notice=; .*Max-Age=0$/);
    expect(takeNotice(new Request(origin))).toEqual({ notice: null, clear: null });
  });

  it('cannot break the header', () => {
    expect(redirectWithNotice('/', 'a\r\nSet-Cookie: b=c; \0').headers.get('Set-Cookie')).toMatch(/^notice=[\w-]+; Path=\/;/);
  });
});
