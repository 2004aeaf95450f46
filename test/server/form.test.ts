import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { refused, stale } from '#app/server/command.server.ts';
import { parseParams, parseSearch, readForm, refusal, type FormAnswer } from '#app/server/form.server.ts';

const Input = z.object({
  name: z.string().max(5), level: z.number().int().min(1).max(5), note: z.string().optional(), password: z.string().optional(),
  rows: z.array(z.object({ skill: z.string(), level: z.number() })).optional(),
});

type Pairs = [string, string][];
const request = (pairs: Pairs) => new Request('http://localhost/x', { method: 'POST', body: new URLSearchParams(pairs) });
const read = (pairs: Pairs) => readForm({ request: request(pairs) }, Input);
const valid: Pairs = [['name', 'Ana'], ['level', '3']];

async function rejected(pairs: Pairs): Promise<{ status: number | undefined; answer: FormAnswer }> {
  const form = await read(pairs);
  if (form.ok) throw new Error('The form was accepted.');
  return { status: form.response.init?.status, answer: form.response.data };
}

describe('a form', () => {
  it('gives typed values and its key, and nothing the schema does not name', async () => {
    const key = '01234567-89ab-cdef-0123-456789abcdef';
    const form = await read([...valid, ['key', key], ['access', 'admin'], ['rows[0].skill', 'dns'], ['rows[0].level', '2']]);
    expect(form).toMatchObject({ ok: true, key });
    expect(form.ok && form.value).toEqual({ name: 'Ana', level: 3, rows: [{ skill: 'dns', level: 2 }] });
  });

  it('passes no key on that could not be one of ours', async () => {
    for (const key of ['', 'short', 'x'.repeat(65), 'a b c d e f g h i j k l']) {
      expect(await read([...valid, ['key', key]])).toMatchObject({ ok: true, key: undefined });
    }
  });

  it('comes back with 400, what was typed and kind words beside the fields', async () => {
    const { status, answer } = await rejected([['name', 'Anastasia'], ['level', 'many'], ['note', 'kept']]);
    expect(status).toBe(400);
    expect(answer.result.error).toEqual({ name: ['Please keep to at most 5 characters.'], level: ['Please give a number.'] });
    expect(answer.result.initialValue).toMatchObject({ name: 'Anastasia', level: 'many', note: 'kept' });
    expect((await rejected([['name', ''], ['level', '9']])).answer.result.error).toEqual({ name: ['Please fill this in.'], level: ['Please give at most 5.'] });
  });

  it('never brings a password back', async () => {
    const { answer } = await rejected([['level', '3'], ['password', 'hunter2-hunter2'], ['newPassword', 'hunter2-hunter2']]);
    expect(JSON.stringify(answer)).not.toContain('hunter2');
  });

  it('shows a refusal beside its field, above the form, or as a conflict with the present values', async () => {
    const form = await read(valid);
    if (!form.ok) throw new Error('The form was not accepted.');
    const beside = refusal(form, refused('Taken.', 'name'));
    expect([beside.init?.status, beside.data.result.error]).toEqual([400, { name: ['Taken.'] }]);
    expect(refusal(form, refused('Not now.')).data.result.error).toEqual({ '': ['Not now.'] });
    const conflict = refusal(form, stale({ name: 'Ben' }));
    expect([conflict.init?.status, conflict.data.stale, conflict.data.result.initialValue]).toEqual([409, { name: 'Ben' }, { name: 'Ana', level: '3' }]);
  });

  const impossible: Pairs = [
    ['__proto__', '1'], ['__proto__.isAdmin', '1'], ['constructor.prototype.isAdmin', '1'], ['a.__proto__', '1'], ['rows[0].constructor', '1'],
    ['a.b.c.d.e', '1'], ['a[0][0][0][0]', '1'], ['a[1000]', '1'], ['a[99999999]', '1'], ['a]', '1'], ['a..b', '1'], ['a'.repeat(201), '1'],
    ['note', 'nul\0'], ['__intent__', 'no json'], ['__intent__', '{"type":"insert","payload":{"name":"name"}}'],
  ];
  it.each(impossible)('with a field %j is refused', async (name, value) => {
    const outcome = await read([...valid, [name, value]]).catch((error: unknown) => error);
    expect(outcome).toBeInstanceOf(Response);
    expect((outcome as Response).status).toBe(400);
    expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined();
  });

  it.each(['text/plain', 'application/json', 'multipart/form-data', 'multipart/form-data; boundary=x'])('that is %s and no form is refused', async (type) => {
    const sent = new Request('http://localhost/x', { method: 'POST', headers: { 'Content-Type': type }, body: '{"a":1}' });
    const outcome = await readForm({ request: sent }, Input).catch((error: unknown) => error);
    expect((outcome as Response).status).toBe(400);
  });

  it('of any content is accepted or refused, never a fault', async () => {
    const name = fc.oneof(fc.constantFrom('name', 'level', 'rows[0].level', 'rows', 'key', '__intent__', '__state__', 'rows[0]', 'name.x'), fc.string());
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(name, fc.string({ unit: 'binary' })), { maxLength: 8 }), async (pairs) => {
      const outcome = await read(pairs).catch((error: unknown) => error);
      if (outcome instanceof Response) expect(outcome.status).toBe(400);
      else expect(outcome).toHaveProperty('ok');
    }), { numRuns: 500 });
  });
});

describe('an address', () => {
  const Id = z.object({ id: z.number().int().positive() });
  const outcome = (work: () => unknown) => {
    try {
      return work();
    } catch (thrown) {
      return (thrown as Response).status;
    }
  };

  it('has parameters of the right kind', () => {
    expect(parseParams({ params: { id: '17' } }, Id)).toEqual({ id: 17 });
    for (const id of ['0', '-1', '1.5', 'x', '', '2147483648', '9'.repeat(30), '1\0']) expect(outcome(() => parseParams({ params: { id } }, Id))).toBe(404);
    expect(outcome(() => parseParams({ params: {} }, Id))).toBe(404);
  });

  it('has a query of the right kind, lists included', () => {
    const Search = z.object({ skill: z.array(z.string()).optional(), level: z.number().optional() });
    const search = (query: string) => outcome(() => parseSearch({ request: new Request(`http://localhost/search${query}`) }, Search));
    expect(search('?skill=dns&skill=tcp&level=2&index&other=1')).toEqual({ skill: ['dns', 'tcp'], level: 2 });
    expect(search('?skill=dns')).toEqual({ skill: ['dns'] });
    expect(search('')).toEqual({});
    for (const query of ['?level=x', '?level=1&level=2', '?__proto__=1', '?skill=%00', '?skill.a.b.c.d=1']) expect(search(query)).toBe(404);
  });
});
