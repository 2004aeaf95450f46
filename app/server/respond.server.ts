import { redirect } from '@remix-run/node';
import { cookieOf } from './cookie.server.ts';

const noticeCookie = 'notice';
const onceCookie = 'once';
const longestNotice = 300;

/** Redirects (303, so that a reload does not send the form again) and shows `notice` once on the next page. */
export function redirectWithNotice(to: string, notice: string): Response {
  const value = Buffer.from(notice.slice(0, longestNotice), 'utf8').toString('base64url');
  return redirect(to, {
    status: 303,
    headers: { 'Set-Cookie': `${noticeCookie}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=60` },
  });
}

/** The notice left by the last redirect, and the header that clears it; both null when there is none. */
export function takeNotice(request: Request): { notice: string | null; clear: string | null } {
  const value = cookieOf(request, noticeCookie);
  if (value === null) return { notice: null, clear: null };
  const notice = Buffer.from(value, 'base64url').toString('utf8').slice(0, longestNotice);
  return { notice: notice || null, clear: `${noticeCookie}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0` };
}

/** The same, and hands the next page a secret to show once. It travels in a cookie that scripts cannot read, never in an address. */
export function redirectShowingOnce(to: string, notice: string, secret: string): Response {
  const response = redirectWithNotice(to, notice);
  response.headers.append('Set-Cookie', `${onceCookie}=${secret}; Path=/; HttpOnly; SameSite=Strict; Max-Age=60`);
  return response;
}

/** The secret left by the last redirect, or null, and the headers that take it away again. */
export function takeShownOnce(request: Request): { secret: string | null; headers: Headers } {
  const secret = cookieOf(request, onceCookie);
  const headers = new Headers();
  if (secret !== null) headers.append('Set-Cookie', `${onceCookie}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0`);
  return { secret, headers };
}

/**
 * Where to go after signing in: the path and query of `to` when it stays on our own origin, else '/'.
 * The result is resolved once more, because a harmless looking address may normalise to '//elsewhere'.
 */
export function safeRedirect(to: unknown, origin: string): string {
  if (typeof to !== 'string' || to.length > 2000) return '/';
  const target = parsed(to, origin);
  if (!target || target.origin !== origin) return '/';
  const path = target.pathname + target.search;
  if (path.startsWith('//') || target.pathname.endsWith('.data')) return '/';
  return parsed(path, origin)?.origin === origin ? path : '/';
}

function parsed(address: string, base: string): URL | null {
  return URL.canParse(address, base) ? new URL(address, base) : null;
}
