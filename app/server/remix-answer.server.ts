import { createReadableStreamFromReadable, writeReadableStreamToWritable } from '@remix-run/node';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { PassThrough } from 'node:stream';
import { secured } from './headers.server.ts';

/** The request as the framework wants it. Its address is built from our own origin, never from what the client says it is. */
export function webRequest(request: IncomingMessage, response: ServerResponse, origin: string): Request {
  const abort = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) abort.abort();
  });
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) headers.append(name, one);
  }
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
  const body = hasBody ? { body: createReadableStreamFromReadable(bodyOf(request, response)), duplex: 'half' as const } : {};
  return new Request(new URL(request.url ?? '/', origin), { method: request.method, headers, signal: abort.signal, ...body });
}

/**
 * The body for the framework to read, or not: what it has left when the answer is out is read here and thrown away, or the
 * next request on the same connection would wait behind it until it times out.
 */
function bodyOf(request: IncomingMessage, response: ServerResponse): PassThrough {
  const copy = request.pipe(new PassThrough()).on('error', () => undefined);
  request.once('close', () => {
    if (!request.readableEnded) copy.destroy(new Error('The body was cut off.'));
  });
  response.once('finish', () => request.unpipe(copy).resume());
  return copy;
}

/**
 * Sends the framework's answer. What the process has already put on the response stays: no route loosens it. A content security
 * policy of the route's own comes beside ours, and browsers keep to both.
 */
export async function send(response: ServerResponse, answer: Response, https: boolean): Promise<void> {
  response.statusCode = answer.status;
  for (const [name, value] of answer.headers) {
    if (name === 'set-cookie') response.appendHeader(name, secured(value, https));
    else if (name === 'content-security-policy') response.appendHeader(name, value);
    else if (!response.hasHeader(name)) response.setHeader(name, name === 'content-type' ? withCharset(value) : value);
  }
  if (answer.body) await writeReadableStreamToWritable(answer.body, response);
  else response.end();
}

/** Text always says in which letters it is written; the framework's own data do not. */
function withCharset(type: string): string {
  return type.startsWith('text/') && !/charset=/i.test(type) ? `${type}; charset=utf-8` : type;
}
