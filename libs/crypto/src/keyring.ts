import { createHmac, type KeyObject } from 'node:crypto';
import { secretKey } from './data-key';
import { KeyringError } from './keyring-error';
import { readKeyring, type RootKeyRecord, type RootKeyState } from './keyring-file';

/** A root key that can be used; `version` is written into every key it wraps. */
export type RootKey = { version: number; check: string; key: KeyObject };

/** What may be told of a version: its number, its state and its key-check value. */
export type RootKeyFacts = Pick<RootKeyRecord, 'version' | 'state' | 'check'>;

/** The state of each version as the installation has decided it. */
export type RootKeyStates = ReadonlyMap<number, RootKeyState>;

/** The opened keyring: the key for new work, the older ones still needed, and what is known of each version. */
export type Keyring = {
  active: RootKey;
  /** The key of a version that may open existing wraps; undefined when it is staged, retired or unknown. */
  find(version: number): RootKey | undefined;
  /** Every version with its state and key-check value; safe to show and to compare between nodes. */
  versions: readonly RootKeyFacts[];
  /** Whether the bytes of a version are here, whatever its state. */
  holds(version: number): boolean;
  /**
   * The same keys under the states the installation has decided. A version it does not know stays inert like a staged
   * one: no key becomes active because a file says so. Throws KeyringError when the active key is not here.
   */
  ruledBy(states: RootKeyStates): Keyring;
};

/** Opens the text of a keyring file; throws KeyringError with a sentence for the operator on any irregularity. */
export function parseKeyring(text: string): Keyring {
  const records = readKeyring(text);
  const held = new Map<number, RootKey>();
  for (const record of records) {
    const root = openRecord(record);
    if (root) held.set(root.version, root);
  }
  return keyringOf(
    records.map(({ version, state, check }) => ({ version, state, check })),
    held,
  );
}

/** Key-check value: eight bytes of HMAC(key, "kcv") in hex. Tells keys apart without telling the key. */
export function keyCheck(key: KeyObject | Uint8Array): string {
  return createHmac('sha256', key).update('kcv').digest('hex').slice(0, 16);
}

function keyringOf(versions: readonly RootKeyFacts[], held: ReadonlyMap<number, RootKey>): Keyring {
  const stateOf = new Map(versions.map(({ version, state }) => [version, state]));
  const [current] = versions.filter(({ state }) => state === 'active');
  if (!current) throw new KeyringError('The keyring has no active key.');
  const active = held.get(current.version);
  if (!active) throw new KeyringError(`The keyring does not hold key ${current.version}, which is the active one.`);
  return {
    active,
    versions,
    find: (version) => (OPENING.has(stateOf.get(version)) ? held.get(version) : undefined),
    holds: (version) => held.has(version),
    ruledBy: (states) => keyringOf(ruled(versions, states), held),
  };
}

const OPENING: ReadonlySet<RootKeyState | undefined> = new Set(['active', 'decrypt-only']);

function ruled(versions: readonly RootKeyFacts[], states: RootKeyStates): RootKeyFacts[] {
  const known = versions.map((one) => ({ ...one, state: states.get(one.version) ?? ('staged' as const) }));
  const here = new Set(known.map(({ version }) => version));
  const elsewhere = [...states].filter(([version]) => !here.has(version));
  return [...known, ...elsewhere.map(([version, state]) => ({ version, state, check: '' }))].sort(
    (left, right) => left.version - right.version,
  );
}

function openRecord({ version, check, key }: RootKeyRecord): RootKey | undefined {
  if (key === undefined) return undefined;
  const bytes = Buffer.from(key, 'base64url');
  if (bytes.length !== 32 || bytes.toString('base64url') !== key) {
    throw new KeyringError(`Key ${version} of the keyring is damaged: it is not 32 bytes in base64url.`);
  }
  const root = { version, check, key: secretKey(bytes) };
  if (keyCheck(root.key) === check) return root;
  throw new KeyringError(
    `Key ${version} of the keyring does not match its check value. Restore the file from its backup.`,
  );
}
