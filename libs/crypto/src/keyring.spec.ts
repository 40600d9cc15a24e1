import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createDataKey, secretKey } from './data-key';
import { unwrapKey, wrapKey, wrappedUnder, type KeySlot } from './key-wrap';
import { keyCheck, parseKeyring } from './keyring';
import { createKeyring } from './keyring-changes';
import { KeyringError } from './keyring-error';
import { PLATFORM_SECRET, platformSecret, signingKeyPair } from './platform-secret';
import { PLATFORM_ORGANISATION } from './tags';
import { uuid7 } from './uuid7';
import { VaultFormatError, VaultOpenError } from './vault-error';

type Entry = { version: number; state: string; createdAt: string; check: string; key?: string };

function entry(version: number, state: string, bytes = randomBytes(32)): Entry {
  const createdAt = '2026-01-02T03:04:05.000Z';
  return { version, state, createdAt, check: keyCheck(bytes), key: bytes.toString('base64url') };
}

const ring = (...keys: unknown[]) => JSON.stringify({ format: 'st0r-keyring-1', keys });

describe('the keyring file', () => {
  it('is new and different each time, and opens with one active key', () => {
    const [one, two] = [createKeyring(), createKeyring()];
    expect(one).not.toBe(two);
    const keyring = parseKeyring(one);
    expect(keyring.versions).toEqual([{ version: 1, state: 'active', check: keyring.active.check }]);
    expect(keyring.active.key.symmetricKeySize).toBe(32);
  });

  it('offers the active and the decrypt-only key, and neither a staged nor a retired one', () => {
    const { key: _gone, ...retired } = entry(1, 'retired');
    const keyring = parseKeyring(ring(retired, entry(2, 'decrypt-only'), entry(3, 'active'), entry(4, 'staged')));
    expect(keyring.active.version).toBe(3);
    expect([1, 2, 3, 4, 5].map((version) => keyring.find(version)?.version)).toEqual([
      undefined,
      2,
      3,
      undefined,
      undefined,
    ]);
    expect(keyring.versions.map(({ state }) => state)).toEqual(['retired', 'decrypt-only', 'active', 'staged']);
  });

  const good = entry(1, 'active');
  it.each([
    ['text that is no JSON', '{"keys": [secret'],
    ['a list instead of an object', '[]'],
    ['another format', JSON.stringify({ format: 'st0r-keyring-9', keys: [good] })],
    ['an unknown property', JSON.stringify({ format: 'st0r-keyring-1', keys: [good], note: 'x' })],
    ['no list of keys', JSON.stringify({ format: 'st0r-keyring-1', keys: {} })],
    ['no key at all', ring()],
    ['no active key', ring(entry(1, 'decrypt-only'))],
    ['two active keys', ring(good, entry(2, 'active'))],
    ['two keys with one number', ring(good, entry(1, 'staged'))],
    ['two staged keys', ring(good, entry(2, 'staged'), entry(3, 'staged'))],
    ['two predecessors', ring(entry(1, 'decrypt-only'), entry(2, 'decrypt-only'), entry(3, 'active'))],
    ['an unknown state', ring({ ...good, state: 'primary' })],
    ['an unknown property of a key', ring({ ...good, keys: '' })],
    ['version zero', ring({ ...good, version: 0 })],
    ['a key that was cut', ring({ ...good, key: good.key?.slice(0, -4) })],
    ['a key in another alphabet', ring({ ...good, key: `${good.key}=` })],
    ['a key that is not the one its check value tells', ring({ ...good, key: entry(1, 'active').key })],
    ['no check value', ring({ ...good, check: '' })],
    ['an active key without bytes', ring({ ...good, key: undefined })],
    ['a retired key that still has its bytes', ring(good, entry(2, 'retired'))],
  ])('is refused with %s, in a sentence without key bytes', (_what, text) => {
    const open = () => parseKeyring(text);
    expect(open).toThrow(KeyringError);
    expect(open).not.toThrow(good.key);
    expect(open).toThrow(/^[A-Z].*\.$/);
  });
});

describe('a wrapped data key', () => {
  const keyring = parseKeyring(createKeyring());
  const slot: KeySlot = { organisation: uuid7(), purpose: 'vault', version: 2 };
  const key = createDataKey(2);
  const wrapped = wrapKey(keyring, slot, key);

  it('opens with its version in its own slot, and looks different each time it is wrapped', () => {
    const opened = unwrapKey(keyring, slot, wrapped);
    expect(opened.version).toBe(2);
    expect(opened.key.equals(key.key)).toBe(true);
    expect(wrapKey(keyring, slot, key).equals(wrapped)).toBe(false);
    expect(wrappedUnder(wrapped)).toBe(1);
  });

  it.each([
    ['V08 another organisation', { organisation: uuid7() }],
    ['V08 the platform itself', { organisation: PLATFORM_ORGANISATION }],
    ['V09 another purpose', { purpose: 'idx' as const }],
    ['V10 another version', { version: 1 }],
  ])('%s cannot open it', (_who, change) => {
    expect(() => unwrapKey(keyring, { ...slot, ...change }, wrapped)).toThrow(VaultOpenError);
  });

  it('does not open with any bit flipped or at any other length', () => {
    for (let bit = 0; bit < wrapped.length * 8; bit += 1) {
      const damaged = Buffer.from(wrapped);
      damaged.writeUInt8(damaged.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(() => unwrapKey(keyring, slot, damaged)).toThrow(VaultOpenError);
    }
    for (let length = 0; length < wrapped.length; length += 1) {
      expect(() => unwrapKey(keyring, slot, wrapped.subarray(0, length))).toThrow(VaultFormatError);
    }
  });

  it('opens after the root key changed as long as the one before is kept, and not without it', () => {
    const [first, second] = [randomBytes(32), randomBytes(32)];
    const before = parseKeyring(ring(entry(1, 'active', first)));
    const old = wrapKey(before, slot, key);
    const after = parseKeyring(ring(entry(1, 'decrypt-only', first), entry(2, 'active', second)));
    expect(unwrapKey(after, slot, old).key.equals(key.key)).toBe(true);
    expect(wrappedUnder(wrapKey(after, slot, key))).toBe(2);
    const alone = parseKeyring(ring(entry(2, 'active', second)));
    expect(() => unwrapKey(alone, slot, old)).toThrow(expect.objectContaining({ reason: 'root-key' }));
  });

  it('does not open under a foreign root key that has the same number', () => {
    expect(() => unwrapKey(parseKeyring(createKeyring()), slot, wrapped)).toThrow(VaultOpenError);
  });
});

describe('secrets of the installation', () => {
  const { active } = parseKeyring(createKeyring());

  it('differ by name and by root key, and are the same at every start', () => {
    const other = parseKeyring(createKeyring()).active;
    const secrets = PLATFORM_SECRET.map((name) => platformSecret(active, name).export().toString('hex'));
    const others = PLATFORM_SECRET.map((name) => platformSecret(other, name).export().toString('hex'));
    expect(new Set([...secrets, ...others]).size).toBe(PLATFORM_SECRET.length * 2);
    expect(platformSecret(active, 'audit-mac').export().toString('hex')).toBe(
      secrets[PLATFORM_SECRET.indexOf('audit-mac')],
    );
  });

  it('give the Ed25519 public key of RFC 8032 test 1', () => {
    const seed = Buffer.from('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex');
    const { publicKey } = signingKeyPair(secretKey(seed));
    expect(publicKey.export({ format: 'jwk' }).x).toBe(
      Buffer.from('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a', 'hex').toString('base64url'),
    );
  });
});
