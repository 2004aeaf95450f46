import { describe, expect, it } from 'vitest';
import { readSettings } from '#app/server/env.server.ts';

describe('the settings', () => {
  it('have safe defaults: this machine alone, the embedded database, nobody believed', () => {
    expect(readSettings({})).toEqual({
      dev: false, port: 3000, host: '127.0.0.1', origin: null, trustedProxy: 0, databaseUrl: undefined, databaseReadUrl: undefined,
      dataDir: '.data', migrateOnStart: true, logLevel: 'info',
    });
    expect(readSettings({ PORT: '', HOST: ' ', DATABASE_URL: '' })).toEqual(readSettings({}));
    expect(readSettings({ DATABASE_URL: 'postgres://u:p@db/x' }).host).toBe('127.0.0.1');
  });

  it('are read', () => {
    expect(readSettings({ PORT: '8080', HOST: '0.0.0.0', APP_ORIGIN: 'https://Desk.example/', TRUSTED_PROXY: '2', MIGRATE_ON_START: 'false' }, ['--dev']))
      .toMatchObject({ dev: true, port: 8080, host: '0.0.0.0', origin: 'https://desk.example', trustedProxy: 2, migrateOnStart: false });
    for (const origin of ['http://localhost:3000', 'http://127.0.0.1:9', 'http://[::1]:3000']) expect(readSettings({ APP_ORIGIN: origin }).origin).toBe(origin);
  });

  it('are refused with every fault named at once', () => {
    const wrong = { PORT: 'x', APP_ORIGIN: 'http://desk.example', TRUSTED_PROXY: 'yes', DATABASE_URL: 'mysql://x', MIGRATE_ON_START: 'perhaps' };
    expect(() => readSettings(wrong)).toThrow(/PORT[^]*APP_ORIGIN[^]*TRUSTED_PROXY[^]*DATABASE_URL[^]*MIGRATE_ON_START/);
  });

  it.each(['http://desk.example', 'https://desk.example/path', 'https://a:b@desk.example', 'ftp://localhost', 'desk.example', 'https://desk.example?x'])(
    'refuse %s as the address people type', (APP_ORIGIN) => {
      expect(() => readSettings({ APP_ORIGIN })).toThrow(/APP_ORIGIN has to be https/);
    });

  it('never repeat a value, which may be a secret', () => {
    const told = (() => {
      try {
        return readSettings({ DATABASE_URL: 'oracle://user:hunter2@db' });
      } catch (error) {
        return String(error);
      }
    })();
    expect(told).toContain('DATABASE_URL has to look like');
    expect(told).not.toContain('hunter2');
  });
});
