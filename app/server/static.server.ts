import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import type { RequestHandler } from 'express';

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8', '.txt': 'text/plain; charset=utf-8', '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2', '.png': 'image/png', '.ico': 'image/x-icon', '.webp': 'image/webp',
};

interface StaticFile {
  type: string;
  etag: string;
  body: Buffer;
  br: Buffer | null;
  gzip: Buffer | null;
}

/**
 * Serves the built files from memory: what is not in the folder when the process starts does not exist, so
 * no address can lead out of it. Files under /assets carry a hash in their names and may be kept for ever.
 * The .br and .gz copies are made by the build.
 */
export function serveStatic(folder: string): RequestHandler {
  const files = readFolder(folder);
  return (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next();
    const file = files.get(request.path);
    if (!file) {
      if (!request.path.startsWith('/assets/')) return next();
      response.status(404).type('text/plain; charset=utf-8').send('Not found');
      return;
    }
    response.setHeader('Cache-Control', request.path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=3600');
    response.setHeader('Content-Type', file.type);
    response.setHeader('ETag', file.etag);
    response.setHeader('Vary', 'Accept-Encoding');
    if (request.headers['if-none-match'] === file.etag) return void response.status(304).end();
    const encoding = chosen(String(request.headers['accept-encoding'] ?? ''), file);
    if (encoding) response.setHeader('Content-Encoding', encoding);
    const body = (encoding && file[encoding === 'br' ? 'br' : 'gzip']) || file.body;
    response.setHeader('Content-Length', body.length);
    response.end(request.method === 'HEAD' ? undefined : body);
  };
}

function chosen(accepted: string, file: StaticFile): 'br' | 'gzip' | null {
  if (file.br && /\bbr\b/.test(accepted)) return 'br';
  return file.gzip && /\bgzip\b/.test(accepted) ? 'gzip' : null;
}

function readFolder(folder: string): Map<string, StaticFile> {
  const files = new Map<string, StaticFile>();
  if (!existsSync(folder)) return files;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const address = `/${relative(folder, path).split(sep).join('/')}`;
    const type = types[extname(entry.name)];
    if (!entry.isFile() || !type || address.includes('/.')) continue;
    const body = readFileSync(path);
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    files.set(address, { type, etag, body, br: copyOf(`${path}.br`), gzip: copyOf(`${path}.gz`) });
  }
  return files;
}

function copyOf(path: string): Buffer | null {
  return existsSync(path) ? readFileSync(path) : null;
}
