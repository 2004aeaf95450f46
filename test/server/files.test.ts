import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { disposition, download } from '#app/server/download.server.ts';
import { readForm } from '#app/server/form.server.ts';
import { readUpload, uploadField } from '#app/server/upload.server.ts';
import { openDoor, type Door } from './door.ts';

describe('a form with a file', () => {
  const Input = z.object({ note: z.string().optional(), file: uploadField(2 * 1024 * 1024) });
  const send = (parts: Record<string, string | File>) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(parts)) body.append(name, value);
    return readForm({ request: new Request('http://localhost/x', { method: 'POST', body }) }, Input);
  };

  async function rejected(parts: Record<string, string | File>) {
    const form = await send(parts);
    if (form.ok) throw new Error('The form was accepted.');
    return { ...form.response.data.result, status: form.response.init?.status };
  }

  it('gives the content byte by byte, a clean name and what stands for it', async () => {
    const bytes = Uint8Array.from({ length: 100_000 }, (_, at) => (at * 7) % 256);
    const form = await send({ note: 'Seen', file: new File([bytes], '../weekly “plan”.pdf') });
    if (!form.ok) throw new Error('The form was refused.');
    const upload = await readUpload(form.value.file);
    expect(upload.name).toBe('weekly “plan”.pdf');
    expect(Buffer.compare(upload.bytes, bytes)).toBe(0);
    expect(upload.sha256).toMatch(/^[\da-f]{64}$/);
  });

  it('comes back when there is none, an empty one, one that is too large, or words in its place; its content does not', async () => {
    expect((await rejected({ note: 'kept' })).error).toEqual({ file: ['Please choose a file.'] });
    expect((await rejected({ file: new File([], '') })).error).toEqual({ file: ['Please choose a file.'] });
    expect((await rejected({ file: new File([], 'empty.pdf') })).error).toEqual({ file: ['This file is empty. Please choose another one.'] });
    expect((await rejected({ file: 'a text' })).error).toEqual({ file: ['Please choose a file.'] });
    const large = await rejected({ note: 'kept', file: new File([new Uint8Array(2 * 1024 * 1024 + 1)], 'large.pdf') });
    expect(large).toMatchObject({ status: 400, error: { file: ['This file is too large: at most 2 MB can be taken.'] }, initialValue: { note: 'kept' } });
    expect(JSON.stringify(large).length).toBeLessThan(500);
  });

  it('that takes only words takes no file in their place', async () => {
    const body = new FormData();
    body.append('note', new File(['x'], 'note.txt'));
    const form = await readForm({ request: new Request('http://localhost/x', { method: 'POST', body }) }, z.object({ note: z.string().optional() }));
    expect(form.ok).toBe(false);
  });
});

describe('a download', () => {
  let door: Door;
  beforeAll(async () => {
    door = await openDoor({ handler: () => Promise.resolve(download({ name: 'Plan “A”; x.pdf', mediaType: 'application/pdf', content: Uint8Array.of(37, 80, 68, 70) })) });
  });
  afterAll(() => door.close());

  it('V3.2.1: is an attachment of its own kind, of which nothing runs and which nobody keeps', async () => {
    const answer = await fetch(`${door.origin}/x`);
    expect(Object.fromEntries(['content-type', 'content-length', 'x-content-type-options', 'cache-control', 'cross-origin-resource-policy'].map((name) => [name, answer.headers.get(name)]))).toEqual({
      'content-type': 'application/pdf', 'content-length': '4', 'x-content-type-options': 'nosniff', 'cache-control': 'no-store', 'cross-origin-resource-policy': 'same-origin',
    });
    expect(answer.headers.get('content-disposition')).toBe("attachment; filename=\"Plan A x.pdf\"; filename*=UTF-8''Plan%20%E2%80%9CA%E2%80%9D%3B%20x.pdf");
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'nonce-.*, sandbox; default-src 'none'$/);
    expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([37, 80, 68, 70]);
  });

  it('V5.4.1, V5.4.2: has the name the server gives it, whatever that is made of', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('"', '\r\n', "''", ';', '*', '%'), fc.string({ unit: 'binary' }), (one, between, other) => {
      const header = disposition(one + between + other);
      const [, plain, full = ''] = /^attachment; filename="([\w .()-]+)"; filename\*=UTF-8''([\w.~!%-]*)$/.exec(header) ?? [];
      expect(plain, header).toBeDefined();
      expect(decodeURIComponent(full)).toBe((one + between + other).replace(/\p{Cs}/gu, ''));
      expect(new Headers({ 'Content-Disposition': header }).get('Content-Disposition')).toBe(header);
    }));
  });
});
