import type { IncomingMessage } from 'node:http';
import { largestBodyOf } from './body-limit.server.ts';
import { fieldNamesAreSound } from './field-names.server.ts';
import { isLoopbackOrigin } from './env.server.ts';

/** An answer given before the framework sees the request. `cause` is for the log, `text` for the reader. */
export interface Refusal {
  status: 400 | 403 | 404 | 405 | 411 | 413;
  title: string;
  text: string;
  cause: string;
}

type Head = Pick<IncomingMessage, 'method' | 'url' | 'headers'>;

/**
 * Looks at the head of a request and says why it is refused, or null. Closes what the framework leaves
 * open: its `_data` and `_routes` parameters, actions called from other sites, broken paths, big bodies.
 */
export function refusalOf(request: Head, origin: string): Refusal | null {
  return pathRefusal(request) ?? methodRefusal(request) ?? parameterRefusal(request, origin) ?? foreignRefusal(request, origin) ?? bodyRefusal(request);
}

/** Deletes what proxies add, so that nothing behind the door can believe it. The framework builds its address from `host`. */
export function dropForwarded(request: Head, origin: string): void {
  for (const name of Object.keys(request.headers)) {
    if (name.startsWith('x-forwarded-') || name === 'forwarded' || name === 'x-real-ip') delete request.headers[name];
  }
  request.headers.host = new URL(origin).host;
}

/** The client's address: the socket's, or what the outermost of `hops` trusted proxies saw. To be asked before `dropForwarded`. */
export function clientAddress(request: Pick<IncomingMessage, 'headers' | 'socket'>, hops: number): string {
  const own = (request.socket.remoteAddress ?? '').replace(/^::ffff:(?=\d+\.)/i, '');
  if (hops === 0) return own;
  const seen = String(request.headers['x-forwarded-for'] ?? '').split(',').map((part) => part.trim()).filter(Boolean);
  const address = seen.at(-hops);
  return address !== undefined && /^[\da-f.:]{2,45}$/i.test(address) ? address : own;
}

/** True when the browser runs on this machine: its socket and the name it typed are both loopback, and no proxy is involved. */
export function isFromThisMachine(request: Pick<IncomingMessage, 'headers' | 'socket'>, hops: number): boolean {
  const { host } = request.headers;
  if (hops > 0 || request.headers['x-forwarded-for'] !== undefined || request.headers['forwarded'] !== undefined) return false;
  const address = (request.socket.remoteAddress ?? '').replace(/^::ffff:(?=\d+\.)/i, '');
  const isLoopback = address === '::1' || address.startsWith('127.');
  return isLoopback && host !== undefined && URL.canParse(`http://${host}`) && isLoopbackOrigin(`http://${host}`);
}

function pathRefusal({ url = '' }: Head): Refusal | null {
  const [path = ''] = url.split('?', 1);
  const decoded = decodedPath(path);
  const isSound = path.startsWith('/') && decoded !== null && !/[\0\\]/.test(decoded) && !decoded.startsWith('//');
  return isSound ? null : refuse(400, 'This address is not valid', 'Please check the address.', 'path');
}

function decodedPath(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

function methodRefusal({ method }: Head): Refusal | null {
  if (method === 'GET' || method === 'HEAD' || method === 'POST') return null;
  return refuse(405, 'This is not possible', 'Pages can be read and forms can be sent, nothing else.', 'method');
}

function parameterRefusal({ method, url = '' }: Head, origin: string): Refusal | null {
  const { pathname, searchParams } = new URL(url, origin);
  const names = [...searchParams.keys()];
  const selectsLoaders = names.includes('_routes') && !(method === 'GET' && pathname.endsWith('.data'));
  if (names.includes('_data') || selectsLoaders) return refuse(404, 'Page not found', 'There is nothing at this address.', 'framework-parameter');
  return fieldNamesAreSound(names) ? null : refuse(400, 'This address is not valid', 'Please check the address.', 'parameter-name');
}

/**
 * Only our own pages may send forms. A browser says where a request comes from, in Sec-Fetch-Site and in
 * Origin: whichever is there has to be ours, and one of them has to be there.
 */
function foreignRefusal({ method, headers }: Head, origin: string): Refusal | null {
  if (method === 'GET' || method === 'HEAD') return null;
  const site = headers['sec-fetch-site'];
  const from = headers.origin;
  const isOurs = (site ?? 'same-origin') === 'same-origin' && (from === undefined || isOwnOrigin(from, origin)) && (site !== undefined || from !== undefined);
  if (isOurs) return null;
  return refuse(403, 'This form was not accepted', 'It did not come from a page of this application. Please open the page again and send it from there.', 'foreign-origin: set APP_ORIGIN to the address people type');
}

/** While the application is at localhost, 127.0.0.1 and [::1] on the same port are the same place. */
function isOwnOrigin(from: string, origin: string): boolean {
  if (from === origin) return true;
  if (!URL.canParse(from) || !isLoopbackOrigin(origin) || !isLoopbackOrigin(from)) return false;
  const [given, own] = [new URL(from), new URL(origin)];
  return given.protocol === own.protocol && given.port === own.port;
}

/** Forms state their length; a body without one, or with two contradicting ones, is not read at all. */
function bodyRefusal(request: Head): Refusal | null {
  const { method, headers } = request;
  if (headers['transfer-encoding'] !== undefined) {
    const both = headers['content-length'] !== undefined;
    return refuse(both ? 400 : 411, 'This was not understood', 'The request has to state its length.', both ? 'two-lengths' : 'no-length');
  }
  const length = headers['content-length'];
  const largest = largestBodyOf(request);
  if (length !== undefined && Number(length) > largest) {
    return refuse(413, 'This is too much at once', `At most ${largest / 1024 / 1024} MB can be sent here. Nothing was saved. Please go back and send less, or a smaller file.`, 'body-size');
  }
  return method === 'POST' && length === undefined ? refuse(411, 'This was not understood', 'The request has to state its length.', 'no-length') : null;
}

function refuse(status: Refusal['status'], title: string, text: string, cause: string): Refusal {
  return { status, title, text, cause };
}
