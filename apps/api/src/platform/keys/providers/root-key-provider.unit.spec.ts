import { createKeyring, stageRootKey } from '@st0r/crypto';
import { Encrypter } from 'age-encryption';
import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { readSettings } from '../../config';
import { createAllSecrets } from '../create-keyring';
import { PlatformKeys } from '../platform-keys';

const folder = mkdtempSync(join(tmpdir(), 'st0r-keys-'));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => delete process.env['CREDENTIALS_DIRECTORY']);

const settingsOf = (name: string, env: Record<string, string> = {}) =>
  readSettings({ SECRETS_DIR: join(folder, name), ...env });

async function opened(name: string, env: Record<string, string> = {}) {
  const settings = settingsOf(name, env);
  await createAllSecrets(settings);
  return { settings, keys: await PlatformKeys.open(settings) };
}

describe('the root keyring', () => {
  it('comes from a file, and is replaced whole with the rights it had', async () => {
    const { keys, settings } = await opened('file');
    const path = join(settings.SECRETS_DIR, 'keyring.json');
    expect(keys.sealedBecause).toBeNull();
    const names = readdirSync(settings.SECRETS_DIR);
    chmodSync(path, 0o640);
    await keys.provider.replace?.(stageRootKey(readFileSync(path, 'utf8')).text);
    expect(statSync(path).mode & 0o777).toBe(0o640);
    expect(readdirSync(settings.SECRETS_DIR)).toEqual(names);
    await keys.reread();
    expect(keys.keyring.holds(2)).toBe(true);
  });

  it('comes from a file elsewhere when the settings say so', async () => {
    const path = join(folder, 'elsewhere.json');
    const { keys, settings } = await opened('other', { KEYRING_FILE: path });
    expect([keys.provider.place, readdirSync(settings.SECRETS_DIR)]).toEqual([
      path,
      expect.not.arrayContaining(['keyring.json']),
    ]);
  });

  it('comes from a systemd credential, which the service cannot change', async () => {
    const credentials = mkdtempSync(join(folder, 'credentials-'));
    writeFileSync(join(credentials, 'keyring.json'), createKeyring());
    process.env['CREDENTIALS_DIRECTORY'] = credentials;
    const { keys } = await opened('systemd', { KEYRING_SOURCE: 'systemd' });
    expect([keys.sealedBecause, keys.keyring.active.version, keys.provider.replace]).toEqual([null, 1, undefined]);
  });

  it('keeps the house closed when systemd handed nothing over, and says what the unit needs', async () => {
    const { keys } = await opened('bare', { KEYRING_SOURCE: 'systemd' });
    expect(keys.sealedBecause).toMatch(/LoadCredential=keyring\.json/);
  });

  it('comes from a file locked with a passphrase', async () => {
    const env = { KEYRING_SOURCE: 'age', KEYRING_PASSPHRASE: 'four quiet otters swim' };
    const { keys, settings } = await opened('age', env);
    expect([keys.sealedBecause, keys.keyring.active.version]).toEqual([null, 1]);
    const locked = readFileSync(join(settings.SECRETS_DIR, 'keyring.age')).toString('latin1');
    expect(locked).toMatch(/^age-encryption\.org\/v1\n-> scrypt \S+ 18\n/);
  }, 120_000);

  it('opens whatever locked it, stock age too, and stays closed for another passphrase or none', async () => {
    // A quicker lock than ours: it is the way in that is tried here.
    const age = new Encrypter();
    age.setPassphrase('four quiet otters swim');
    age.setScryptWorkFactor(8);
    const path = join(folder, 'locked.age');
    writeFileSync(path, await age.encrypt(createKeyring()));
    const open = (KEYRING_PASSPHRASE?: string) =>
      opened('locked', {
        KEYRING_SOURCE: 'age',
        KEYRING_FILE: path,
        ...(KEYRING_PASSPHRASE ? { KEYRING_PASSPHRASE } : {}),
      });
    expect((await open('four quiet otters swim')).keys.keyring.active.version).toBe(1);
    expect((await open('three loud otters sink')).keys.sealedBecause).toMatch(/passphrase does not open/);
    expect((await open()).keys.sealedBecause).toMatch(/KEYRING_PASSPHRASE_FILE/);
  });

  it('comes from a variable in development, with a loud warning', async () => {
    const text = createKeyring();
    for (const KEYRING of [text, Buffer.from(text).toString('base64url')]) {
      const { keys } = await opened('env', { KEYRING_SOURCE: 'env', KEYRING });
      expect([keys.sealedBecause, keys.keyring.active.version]).toEqual([null, 1]);
      expect(keys.provider.warning).toMatch(/development only/);
    }
    expect((await opened('env', { KEYRING_SOURCE: 'env' })).keys.sealedBecause).toMatch(/set KEYRING/);
  });

  it('never leaves its bytes in the words about a damaged one', async () => {
    const { settings } = await opened('damaged');
    const path = join(settings.SECRETS_DIR, 'keyring.json');
    const text = readFileSync(path, 'utf8');
    const { keys } = JSON.parse(text) as { keys: [{ key: string }] };
    writeFileSync(path, text.replace('"active"', '"acting"'));
    const { sealedBecause } = await PlatformKeys.open(settings);
    expect(sealedBecause).toContain('unknown state');
    expect(sealedBecause).not.toContain(keys[0].key);
  });
});
