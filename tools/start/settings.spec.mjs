import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkDatabaseUrl, databaseUrlError } from './database-url.mjs';
import { checkPort, freePort } from './port.mjs';
import { addressOf } from './ready.mjs';
import { databasePasswords } from './secrets.mjs';
import { checkRoom, readArguments, readSettings } from './settings.mjs';

describe('what npm start is told', () => {
  it('serves on the loopback address, port 8080, unless told otherwise', () => {
    expect(readSettings({})).toMatchObject({ host: '127.0.0.1', port: 8080, databaseUrl: undefined });
    expect(addressOf(readSettings({}))).toBe('http://127.0.0.1:8080');
    expect(addressOf({ host: '0.0.0.0', port: 80 })).toBe('http://127.0.0.1:80');
    expect(addressOf({ host: '::1', port: 80 })).toBe('http://[::1]:80');
  });

  it('refuses words and ports it does not understand', () => {
    expect(() => readArguments(['--dmeo'])).toThrow('npm start does not know "--dmeo".');
    expect(() => readSettings({ PORT: 'eighty' })).toThrow('PORT is "eighty", which is not a port.');
    expect(() => readSettings({ PORT: '70000' })).toThrow('which is not a port');
  });

  it('says which secret file cannot be read', () => {
    expect(() => readSettings({ DATABASE_URL_FILE: '/nowhere/url' })).toThrow(
      '/nowhere/url, which cannot be read (ENOENT)',
    );
  });
});

describe('a busy port', () => {
  it('is told with the next port as a way out', async () => {
    const server = createServer();
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address();
    await expect(checkPort('127.0.0.1', port)).rejects.toMatchObject({
      message: `Port ${port} on 127.0.0.1 is already used by another program.`,
      waysOut: [expect.stringContaining(`PORT=${port + 1} npm start`)],
    });
    await new Promise((resolve) => server.close(resolve));
  });

  it('is not reported for a free one', async () => {
    await expect(checkPort('127.0.0.1', await freePort())).resolves.toBeUndefined();
  });

  it('differs from an address this machine does not have', async () => {
    await expect(checkPort('192.0.2.1', 8080)).rejects.toThrow('This machine has no address "192.0.2.1" (HOST).');
  });
});

describe('a database of your own', () => {
  it('shows the form of DATABASE_URL without repeating the wrong one, which may hold a password', async () => {
    const error = await checkDatabaseUrl('postgres://anna:hunter2@db/x').catch((reason) => reason);
    expect(error.message).toBe('DATABASE_URL is not the address of a MariaDB schema.');
    expect(JSON.stringify(error.waysOut)).not.toContain('hunter2');
  });

  it('says that nothing listens there', async () => {
    const port = await freePort();
    await expect(checkDatabaseUrl(`mysql://anna:hunter2@127.0.0.1:${port}/st0r`)).rejects.toThrow(
      `The database at 127.0.0.1:${port} (schema st0r) cannot be used: nothing listens there.`,
    );
  });

  it('may be several servers, of which the last that does not answer is named', async () => {
    const [first, second] = [await freePort(), await freePort()];
    await expect(checkDatabaseUrl(`mysql://anna:hunter2@127.0.0.1:${first},127.0.0.1:${second}/st0r`)).rejects.toThrow(
      `The database at 127.0.0.1:${second} (schema st0r) cannot be used: nothing listens there.`,
    );
  });

  it('says that user and password are refused', () => {
    const url = new URL('mysql://anna:hunter2@db:3306/st0r');
    const { message } = databaseUrlError({ code: 'ER_ACCESS_DENIED_ERROR' }, url);
    expect(message).toBe('The database at db:3306 (schema st0r) cannot be used: it refuses this user and password.');
  });
});

describe('the data folder', () => {
  let folder;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'st0r-settings-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('keeps a different password for each account in files nobody else reads', () => {
    const passwords = databasePasswords(folder);
    expect(Object.keys(passwords)).toEqual(['root', 'migration', 'application', 'retention']);
    expect(new Set(Object.values(passwords)).size).toBe(4);
    expect(statSync(join(folder, 'database-application')).mode & 0o777).toBe(0o600);
    expect(databasePasswords(folder)).toEqual(passwords);
  });

  it('never uses an empty password left by a full disk', () => {
    writeFileSync(join(folder, 'database-root'), '');
    expect(databasePasswords(folder).root).toHaveLength(43);
  });

  it('is refused on a disk that is nearly full', () => {
    expect(() => checkRoom(folder, true)).not.toThrow();
    expect(() => checkRoom('/proc', true)).toThrow('Only 0 MB are free on the disk that holds /proc');
  });
});
