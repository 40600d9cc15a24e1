import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { SETTINGS, SettingsError, readSettings } from './settings';

const page = readFileSync(new URL('../../../../../docs/reference/configuration.md', import.meta.url), 'utf8');
const rows = [...page.matchAll(/^\| `(\w+)` \| (.*?) \| (.*) \|$/gm)].map(([, name, fallback, says]) => ({
  name: name as keyof typeof SETTINGS,
  fallback: fallback?.replace(/^`(.*)`$/, '$1') ?? '',
  says: says ?? '',
}));
const folder = mkdtempSync(join(tmpdir(), 'st0r-settings-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Words the page offers as something to write, by setting. */
const OFFERED: Partial<Record<keyof typeof SETTINGS, readonly string[]>> = {
  PUBLIC_URL: ['https://st0r.example.com'],
  DATABASE_URL: ['mysql://user:password@host:3306/database', 'mysql://user:password@db1,db2:3307,db3/database'],
  DATABASE_HOST: ['db1,db2:3307,db3'],
  REDIS_URL: ['redis://user:password@host:6379/0', 'unix:///path'],
  BACKUP_TARGET: [
    's3://bucket/folder?region=eu-central-1',
    's3://bucket/folder?region=eu-central-1&endpoint=https://host:9000',
    `sftp://user@host/folder?hostkey=SHA256:${'A'.repeat(43)}`,
  ],
  SMTP_URL: ['smtp://user:password@host:587'],
  METRICS_PORT: ['9464'],
  WORKER_METRICS_PORT: ['9465'],
  TRUSTED_PROXIES: ['10.0.0.5, 10.0.1.0/24, ::1', 'loopback', '10.0.0.0/255.255.255.0'],
  OUTGOING_ALLOWED_CIDRS: ['sso=10.0.0.5/32@8443'],
  SNYK_API: ['https://api.eu.snyk.io'],
  BREACH_LIST: ['off', 'https://api.pwnedpasswords.com/range', '/var/lib/st0r/breached.txt'],
};
const refusalOf = (env: Record<string, string>): string => {
  try {
    readSettings(env);
    return '';
  } catch (error) {
    expect(error).toBeInstanceOf(SettingsError);
    return (error as Error).message;
  }
};

describe('the page about configuration, taken at its word', () => {
  it('names every setting, and no other', () => {
    expect(rows.map(({ name }) => name)).toEqual(Object.keys(SETTINGS));
    expect(rows.filter(({ says }) => says.length < 10)).toEqual([]);
  });

  it('names defaults that mean what leaving them out means', () => {
    const written = Object.fromEntries(rows.filter(({ fallback }) => fallback).map((row) => [row.name, row.fallback]));
    expect(Object.keys(written).length).toBeGreaterThan(20);
    expect(readSettings(written)).toEqual(readSettings({}));
  });

  it.each(Object.entries(OFFERED))('offers %s something that can be written', (name, offers) => {
    for (const offer of offers) expect(refusalOf({ [name]: offer })).toBe('');
  });

  it('names ranges whose ends are taken, and nothing beyond them', () => {
    const ranged = rows.flatMap(({ name, says }) => {
      const [, from, to] = /From (\d+) to (\d+)\.$/.exec(says) ?? [];
      return from === undefined ? [] : [{ name, from: Number(from), to: Number(to) }];
    });
    expect(ranged.length).toBeGreaterThan(10);
    for (const { name, from, to } of ranged) {
      for (const end of [from, to]) expect(readSettings({ [name]: String(end) })[name]).toBe(end);
      for (const beyond of [from - 1, to + 1, `${from}.5`, 'many'])
        expect(refusalOf({ [name]: String(beyond) })).toBe(
          `These settings need attention:\n  ${name.padEnd(7)}  is a whole number from ${from} to ${to}`,
        );
    }
  });

  it('names lists whose every word is taken, and no other', () => {
    const listed = rows.filter(({ says }) => / One of `/.test(says));
    expect(listed.map(({ name }) => name)).toEqual(['KEYRING_SOURCE', 'LOG_LEVEL']);
    for (const { name, says } of listed) {
      const words = [...(says.split(' One of ')[1] ?? '').matchAll(/`(\w+)`/g)].map(([, word]) => word ?? '');
      for (const word of words) expect(refusalOf({ [name]: word })).toBe('');
      expect(refusalOf({ [name]: 'loud' })).toContain(`is one of ${words.join(', ')}`);
    }
  });

  it('names secrets that come from files as well, and from one of the two alone', () => {
    const secrets = [...(/Secrets may also come from files: (.*)\.$/m.exec(page)?.[1] ?? '').matchAll(/`(\w+)`/g)];
    expect(secrets.length).toBeGreaterThan(8);
    for (const [, file = ''] of secrets) {
      const name = file.replace(/_FILE$/, '') as keyof typeof SETTINGS;
      const text = OFFERED[name]?.[0] ?? 'a secret of this test';
      writeFileSync(join(folder, file), `${text}\n`);
      expect(readSettings({ [file]: join(folder, file) })[name]).toBe(text);
      expect(refusalOf({ [file]: join(folder, 'none') })).toContain(`${file}  cannot be read`);
      expect(refusalOf({ [file]: join(folder, file), [name]: text })).toContain(`remove ${name} or ${file}`);
    }
  });

  it('lists everything wrong at once, with what to write instead', () => {
    const wrong = {
      PUBLIC_URL: 'st0r.example.com',
      DATABASE_URL: 'postgres://db',
      SMTP_URL: 'mail.example.com',
      TRUSTED_PROXIES: '10.0.0.300',
      SNYK_API: 'http://api.snyk.io',
      OUTGOING_ALLOWED_PORTS: '443,https',
    };
    const lines = refusalOf(wrong).split('\n').slice(1);
    expect(lines.map((line) => line.trim().split(/ +/)[0])).toEqual(expect.arrayContaining(Object.keys(wrong)));
    expect(lines.join('\n')).toMatch(/PUBLIC_URL +is an address that starts with https:\/\/ or http:\/\//);
    expect(lines.join('\n')).toMatch(/DATABASE_URL +starts with mysql:\/\//);
    expect(lines.join('\n')).toMatch(/SMTP_URL +starts with smtp:\/\/ or smtps:\/\//);
    expect(lines.join('\n')).toMatch(/TRUSTED_PROXIES +"10\.0\.0\.300" is no address and no network/);
    expect(lines.join('\n')).toMatch(/SNYK_API +is an address that starts with https:\/\//);
    expect(lines.join('\n')).not.toMatch(/Invalid|expected|NaN/);
    for (const anybody of ['0.0.0.0/0', '::/0'])
      expect(refusalOf({ TRUSTED_PROXIES: anybody })).toContain('would believe anybody');
  });
});
