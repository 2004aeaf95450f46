import type { IncomingMessage } from 'node:http';

const megabyte = 1024 * 1024;

/** The largest body in bytes, where nothing else is said. */
export const largestBody = megabyte;

/** Where forms with files larger than that are sent: the address, and the largest body in bytes, which is the file and room for the fields beside it. */
const forFiles: readonly (readonly [address: RegExp, largest: number])[] = [
  [/^\/people\/\d+\/evidence$/, 6 * megabyte],
  [/^\/people\/\d+\/take-with-me\/import$/, 2 * megabyte],
  [/^\/people\/\d+\/tickets$/, 2 * megabyte],
];

/** How many bytes the body of this request may have: more than the ordinary only for forms with files, and only where such are taken. */
export function largestBodyOf({ method, url = '', headers }: Pick<IncomingMessage, 'method' | 'url' | 'headers'>): number {
  const [path = ''] = url.split('?', 1);
  const address = path.replace(/\.data$/, '');
  const carriesFiles = method === 'POST' && /^multipart\/form-data\s*;/i.test(headers['content-type'] ?? '');
  return (carriesFiles ? forFiles.find(([pattern]) => pattern.test(address))?.[1] : undefined) ?? largestBody;
}
