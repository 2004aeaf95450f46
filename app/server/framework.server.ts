import { createRequestHandler, type ServerBuild } from '@remix-run/node';
import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import type { RequestHandler } from 'express';
import type { Handler } from './app.server.ts';
import { pathPatterns } from './path-pattern.server.ts';
import { serveStatic } from './static.server.ts';

export interface Framework {
  handler: Handler;
  files: RequestHandler;
  patternOf: (path: string) => string;
  close: () => Promise<void>;
}

const root = new URL('../../', import.meta.url);

/** The built application. Throws when there is none. */
export async function builtFramework(): Promise<Framework> {
  const entry = new URL('build/server/index.js', root);
  if (!existsSync(entry)) throw new Error('The application has not been built. `npm start` builds it, or run `npm run build`.');
  const build = (await import(entry.href)) as ServerBuild;
  const files = serveStatic(decodeURIComponent(new URL('build/client', root).pathname));
  return { handler: handlerOver(build, 'production'), files, patternOf: pathPatterns(build.routes), close: () => Promise.resolve() };
}

/** The application straight from its sources, with live reload. Vite itself is loaded only here: it is no part of production. */
export async function developingFramework(server: Server): Promise<Framework> {
  const { createServer } = await import('vite');
  const vite = await createServer({ appType: 'custom', server: { middlewareMode: true, hmr: { server } } });
  const load = () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>;
  const patternOf = pathPatterns((await load()).routes);
  return { handler: handlerOver(load, 'development'), files: vite.middlewares, patternOf, close: () => vite.close() };
}

function handlerOver(build: ServerBuild | (() => Promise<ServerBuild>), mode: 'production' | 'development'): Handler {
  const handle = createRequestHandler(build, mode);
  return (request, context) => handle(request, { ...context });
}
