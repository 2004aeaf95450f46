import { hash } from '@node-rs/argon2';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonPasswords } from '#app/server/common-passwords.ts';
import { hashPassword, needsRehash, passwordFault, passwordMatches } from '#app/server/password.server.ts';

describe('a password', () => {
  it('is hashed by Argon2id with 19 MiB, two passes and one lane', async () => {
    const stored = await hashPassword('four common words here');
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(needsRehash(stored)).toBe(false);
    expect(await hashPassword('four common words here')).not.toBe(stored);
  });

  it('is hashed anew when the parameters change', async () => {
    expect(needsRehash(await hash('x', { memoryCost: 8192, timeCost: 2, parallelism: 1 }))).toBe(true);
    expect(needsRehash('$argon2i$v=19$m=19456,t=2,p=1$a$b')).toBe(true);
  });

  it.each(['trailing space ', ' leading space', 'ünïcödé 密码 🔑🔑', 'x'.repeat(64), `${'long '.repeat(204)}end!`])('is taken exactly as typed: %j', async (password) => {
    const stored = await hashPassword(password);
    expect(await passwordMatches(stored, password)).toBe(true);
    expect(await passwordMatches(stored, password.trim() === password ? `${password} ` : password.trim())).toBe(false);
    expect(await passwordMatches(stored, password.slice(0, -1))).toBe(false);
    expect(await passwordMatches(stored, password.toUpperCase())).toBe(false);
  });

  it('never fits an account without one, and takes as long to say so', async () => {
    expect(await passwordMatches(null, 'there is no such account')).toBe(false);
    const time = async (stored: string | null) => {
      const began = performance.now();
      await passwordMatches(stored, 'a wrong password');
      return performance.now() - began;
    };
    const stored = await hashPassword('the right password');
    const [without, withOne] = [await time(null), await time(stored)];
    expect(without).toBeGreaterThan(withOne / 4);
  });
});

describe('the rules for a new password', () => {
  const fault = (password: string, context: string[] = []) => passwordFault(password, context);

  it('ask for length alone, not for kinds of characters', () => {
    expect(fault('seven77')).toMatch(/at least 8/);
    for (const password of ['walking along the river', 'tangerine kettle', 'ZZTOPQWX', '  spaces count  ', 'x1'.repeat(3) + 'yz']) expect(fault(password)).toBeNull();
    expect(fault('ab c'.repeat(256))).toBeNull();
    expect(fault('ab c'.repeat(256) + 'd')).toMatch(/at most 1024/);
  });

  it('refuse the three thousand most common ones, in any case and with something appended', () => {
    expect(commonPasswords.size).toBe(3000);
    const twenty = ['password', '12345678', '123456789', 'baseball', 'football', 'qwertyuiop', '1234567890', 'superman', '1qaz2wsx', 'trustno1', 'sunshine', 'iloveyou', 'computer', 'starwars', 'princess', '11111111', 'corvette', 'internet', 'samantha', 'password1'];
    for (const password of twenty) expect(fault(password), password).toMatch(/first that anybody/);
    for (const password of ['PASSWORD', 'Password2026', 'Sunshine!', 'aaaaaaaaaa', 'abababababab']) expect(fault(password), password).toMatch(/first that anybody/);
    fc.assert(fc.property(fc.constantFrom(...commonPasswords), (password) => fault(password) !== null));
  });

  it('refuse what is made of the words everybody here knows', () => {
    const context = ['Nordlicht IT Service GmbH', 'Ana Nowak', 'ana.nowak'];
    for (const password of ['Nordlicht2026', 'ananowak!!', 'deskpath123', 'NordlichtAna1', 'nowak-nowak']) expect(fault(password, context), password).toMatch(/your name or the name/);
    for (const password of ['Nordlicht shines over the pier', 'banana pancake tower']) expect(fault(password, context), password).toBeNull();
  });
});
