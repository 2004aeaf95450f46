import type { Received, Served } from '#test/support/served.ts';
import { dataAddress } from './matrix-run.ts';

/** One address that was asked for, and what came back. */
export interface Visit extends Received {
  address: string;
}

/** So many addresses of one kind are visited; the others differ only in what they are about. */
const ofAKind = 3;

/**
 * Asks for pages and follows every link, form that is read, script, style and picture on them, as whoever has the cookie;
 * pages are asked for as data too. Never leaves the application: a link to elsewhere is not followed, a resource from elsewhere is an error.
 */
export async function crawl(served: Served, cookie: string | undefined, starts: readonly string[]): Promise<Visit[]> {
  const waiting = [...starts];
  const seen = new Map<string, number>();
  const visited = new Set<string>();
  const visits: Visit[] = [];
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const kind = kindOf(address);
    if (visited.has(address) || (seen.get(kind) ?? 0) >= ofAKind) continue;
    visited.add(address);
    seen.set(kind, (seen.get(kind) ?? 0) + 1);
    const received = await served.send(address, { cookie });
    visits.push({ address, ...received });
    const { location } = received.headers;
    if (location) waiting.push(location);
    if (!String(received.headers['content-type']).startsWith('text/html')) continue;
    const data = dataAddress(address);
    visits.push({ address: data, ...await served.send(data, { cookie }) });
    waiting.push(...linksOf(received.text).filter((link) => link.startsWith('/')));
  }
  return visits;
}

/** Where a page leads and what it is made of: addresses as they are written in it, without what follows #. */
function linksOf(page: string): string[] {
  const found = [...page.matchAll(/\b(?:href|src|action)="([^"]*)"/g)].map(([, link = '']) => link.replaceAll('&amp;', '&').split('#', 1)[0] ?? '');
  return [...new Set(found)].filter((link) => link !== '');
}

/** What a page makes the browser fetch by itself. */
export function resourcesOf(page: string): string[] {
  return [...page.matchAll(/<(?:script|img|iframe|source|video|audio|embed|link)\b[^>]*?\b(?:src|href)="([^"]*)"/g)].map(([, link = '']) => link);
}

/** Addresses that differ only in ids, names and the values of their query. */
function kindOf(address: string): string {
  const { pathname, searchParams } = new URL(address, 'http://localhost');
  const path = pathname.replace(/\d+/g, '#').replace(/^\/(roles|search)\/(?!compare)[^/]+$/, '/$1/*').replace(/\/skills\/.+/, '/skills/*').replace(/^\/assets\/.*\./, '/assets/*.');
  return `${path}?${[...new Set(searchParams.keys())].sort().join('&')}`;
}
