import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createDataKey } from './data-key';
import { unwrapKey, wrapKey, wrappedUnder } from './key-wrap';
import { keyCheck, parseKeyring, type RootKeyStates } from './keyring';
import { alignKeyring, createKeyring, keyringWith, stageRootKey } from './keyring-changes';
import { KeyringError } from './keyring-error';
import type { RootKeyState } from './keyring-file';
import { uuid7 } from './uuid7';

const slot = { organisation: uuid7(), purpose: 'vault' as const, version: 1 };

const states = (...entries: [number, RootKeyState][]): RootKeyStates => new Map(entries);

describe('a keyring that changes', () => {
  const first = createKeyring();
  const { text, staged } = stageRootKey(first);
  const activated = alignKeyring(text, states([1, 'decrypt-only'], [2, 'active']));

  it('takes a staged key that opens and wraps nothing', () => {
    expect(staged).toMatchObject({ version: 2, state: 'staged' });
    const ring = parseKeyring(text);
    expect([ring.active.version, ring.holds(2), ring.find(2)]).toEqual([1, true, undefined]);
  });

  it('opens old wraps and makes new ones under the key that was activated', () => {
    const key = createDataKey(1);
    const old = wrapKey(parseKeyring(first), slot, key);
    const ring = parseKeyring(activated);
    expect(unwrapKey(ring, slot, old).key.equals(key.key)).toBe(true);
    expect(wrappedUnder(wrapKey(ring, slot, key))).toBe(2);
  });

  it('forgets the bytes of a retired key and keeps its number and check value', () => {
    const retired = alignKeyring(activated, states([1, 'retired'], [2, 'active']));
    const ring = parseKeyring(retired);
    expect(ring.versions[0]).toEqual({ ...parseKeyring(first).versions[0], state: 'retired' });
    expect(ring.holds(1)).toBe(false);
    const [record] = (JSON.parse(first) as { keys: { key: string }[] }).keys;
    expect(retired).not.toContain(record?.key);
  });

  it.each([
    ['a second staged key', () => stageRootKey(text)],
    ['to be without an active key', () => alignKeyring(first, states([1, 'retired']))],
    ['two predecessors', () => alignKeyring(stageRootKey(activated).text, states([2, 'decrypt-only'], [3, 'active']))],
  ])('refuses %s', (_what, change) => {
    expect(change).toThrow(KeyringError);
  });

  it('is rebuilt around one key under its old number', () => {
    const bytes = randomBytes(32);
    const check = keyCheck(bytes);
    const ring = parseKeyring(keyringWith(bytes, 4));
    expect(ring.versions).toEqual([{ version: 4, state: 'active', check }]);
    expect(bytes.every((byte) => byte === 0)).toBe(true);
  });
});

describe('a keyring under the states the installation decided', () => {
  const ring = parseKeyring(stageRootKey(createKeyring()).text);

  it('has no active key but the decided one, whatever the file says', () => {
    const ruled = ring.ruledBy(states([1, 'decrypt-only'], [2, 'active']));
    expect([ruled.active.version, ruled.find(1)?.version]).toEqual([2, 1]);
  });

  it('leaves a key inert that the installation does not know', () => {
    const { text } = stageRootKey(createKeyring());
    const ahead = parseKeyring(alignKeyring(text, states([1, 'decrypt-only'], [2, 'active'])));
    const ruled = ahead.ruledBy(states([1, 'active']));
    expect([ruled.active.version, ruled.find(2)]).toEqual([1, undefined]);
    expect(ruled.versions.at(-1)).toMatchObject({ version: 2, state: 'staged' });
  });

  it('does not use what was retired elsewhere although the file still has it', () => {
    const ruled = ring.ruledBy(states([1, 'retired'], [2, 'active']));
    expect(ruled.find(1)).toBeUndefined();
  });

  it('is refused when it lacks the decided active key, and names it', () => {
    expect(() => ring.ruledBy(states([1, 'decrypt-only'], [9, 'active']))).toThrow(/does not hold key 9/);
  });
});
