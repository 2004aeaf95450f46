import net from 'node:net';
import { sql } from 'kysely';
import { afterEach, expect, it } from 'vitest';
import { openDatabase, type Database } from '#db/connection.server.ts';
import { isUnavailable } from '#db/failure.ts';
import { describeOnServer, testDatabase } from '#test/support/database.ts';

const closing: (() => Promise<unknown> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function listen(answer: (socket: net.Socket) => void): Promise<number> {
  const sockets = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    sockets.add(socket.on('error', () => undefined));
    answer(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  return (server.address() as net.AddressInfo).port;
}

async function opened(url: string, options: Parameters<typeof openDatabase>[0] = {}): Promise<Database> {
  const database = await openDatabase({ ...options, url });
  closing.push(database.close);
  return database;
}

async function refusal(database: Database): Promise<{ ms: number; error: unknown }> {
  const began = Date.now();
  const error = await database.ping().then(() => null, (reason: unknown) => reason);
  return { ms: Date.now() - began, error };
}

it('a server that says nothing, hangs up or talks nonsense is given up within five seconds, and asked again by the next request', async () => {
  const answers: ((socket: net.Socket) => void)[] = [
    () => undefined,
    (socket) => void socket.end(),
    (socket) => void socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'),
  ];
  await Promise.all(answers.map(async (answer) => {
    let asked = 0;
    const port = await listen((socket) => {
      asked += 1;
      answer(socket);
    });
    const database = await opened(`postgres://nobody@127.0.0.1:${port}/none`);
    const { ms, error } = await refusal(database);
    expect(isUnavailable(error)).toBe(true);
    expect(ms).toBeLessThan(5000);
    const before = asked;
    await refusal(database);
    expect(asked).toBeGreaterThan(before);
  }));
});

it('a server that is not there is given up within five seconds, by all who ask at once', async () => {
  const port = await listen(() => undefined);
  await closing.pop()?.();
  const database = await opened(`postgres://nobody@127.0.0.1:${port}/none`, { poolSize: 3 });
  const answers = await Promise.all(Array.from({ length: 20 }, () => refusal(database)));
  expect(answers.every(({ ms, error }) => ms < 5000 && isUnavailable(error))).toBe(true);
});

describeOnServer('a server that falls silent', () => {
  it('is let go of shortly after the time limit of the statement, and used again when it answers', async () => {
    const real = await testDatabase();
    closing.push(real.close);
    const address = new URL(real.url ?? '');
    const [host, realPort] = [address.hostname, Number(address.port || 5432)];
    let silent = false;
    const port = await listen((socket) => {
      const onward = net.connect(realPort, host);
      onward.on('error', () => undefined).on('data', (data) => silent || socket.write(data)).on('close', () => socket.destroy());
      socket.on('data', (data) => silent || onward.write(data)).on('close', () => onward.destroy());
    });
    address.port = String(port);
    address.hostname = '127.0.0.1';
    const database = await opened(address.href, { statementTimeout: 1000, poolSize: 2 });
    await database.ping();
    silent = true;
    const began = Date.now();
    const trx = database.db.transaction().execute((inner) => sql`select 1`.execute(inner));
    await expect(trx).rejects.toMatchObject({ code: 'connection_lost' });
    expect(Date.now() - began).toBeLessThan(3000);
    silent = false;
    await expect(database.ping()).resolves.toBeUndefined();
  });
});
