import { createServer, STATUS_CODES, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { protectiveHeaders } from './headers.server.ts';

/** A server with time limits on slow senders, and proper headers even on answers to what is no HTTP at all. */
export function openHttpServer(https: boolean): Server {
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 65_000 });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
    refuseRaw(socket as Socket, statusOf(error.code), https);
  });
  return server;
}

/** Listens, answers through `listener`, and returns the port in use. */
export async function listen(server: Server, port: number, host: string): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  return (server.address() as AddressInfo).port;
}

/** Takes no new requests, lets those under way finish for up to `graceMs`, then cuts the rest. */
export async function closeHttpServer(server: Server, graceMs: number): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), graceMs);
  // A connection that is kept alive falls idle only after the answer under way, and nobody else closes it then.
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  await new Promise<void>((resolve) => void server.close(() => resolve()));
  clearInterval(sweep);
  clearTimeout(cut);
}

function statusOf(code: string | undefined): number {
  if (code === 'HPE_HEADER_OVERFLOW') return 431;
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
}

function refuseRaw(socket: Socket, status: number, https: boolean): void {
  const headers = { ...protectiveHeaders({ nonce: '', https, dev: false }), 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close', 'Content-Length': '0' };
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`).join('');
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${head}\r\n`);
}
