import { randomBytes } from 'node:crypto';
import { keyCheck, type RootKeyFacts, type RootKeyStates } from './keyring';
import { KeyringError } from './keyring-error';
import { KEYRING_FORMAT, readKeyring, type RootKeyRecord } from './keyring-file';

/** Text of a new keyring file with one active 256-bit root key. Store it readable by the service alone, mode 0400. */
export function createKeyring(now: Date = new Date()): string {
  return keyringWith(randomBytes(32), 1, now);
}

/** Text of a keyring whose one active key is this one, as it is rebuilt from a recovery kit. Wipes the given bytes. */
export function keyringWith(bytes: Buffer, version: number, now: Date = new Date()): string {
  return textOf([{ ...freshRecord(bytes, version, now), state: 'active' }]);
}

/** Adds a random key that nothing uses yet, numbered above `above` too. Throws KeyringError while another one is staged. */
export function stageRootKey(
  text: string,
  { above = 0, now = new Date() }: { above?: number; now?: Date } = {},
): { text: string; staged: RootKeyFacts } {
  const records = readKeyring(text);
  const waiting = records.find(({ state }) => state === 'staged');
  if (waiting) throw new KeyringError(`Key ${waiting.version} is staged already. Activate it, or discard it first.`);
  const last = Math.max(above, ...records.map(({ version }) => version));
  const record = freshRecord(randomBytes(32), last + 1, now);
  const { version, state, check } = record;
  return { text: textOf([...records, record]), staged: { version, state, check } };
}

/**
 * Writes the states the installation decided into the file, and takes the bytes of retired keys out for good: their
 * numbers and check values stay. A version the installation does not know is left as it is.
 */
export function alignKeyring(text: string, states: RootKeyStates): string {
  const aligned = readKeyring(text).map((record): RootKeyRecord => {
    const state = states.get(record.version) ?? record.state;
    const { key, ...rest } = record;
    return state === 'retired' || key === undefined ? { ...rest, state } : { ...rest, state, key };
  });
  const next = textOf(aligned);
  readKeyring(next);
  return next;
}

function freshRecord(bytes: Buffer, version: number, now: Date): RootKeyRecord & { key: string } {
  const record = { version, state: 'staged' as const, createdAt: now.toISOString(), check: keyCheck(bytes) };
  const key = bytes.toString('base64url');
  bytes.fill(0);
  return { ...record, key };
}

const textOf = (keys: readonly RootKeyRecord[]): string =>
  `${JSON.stringify({ format: KEYRING_FORMAT, keys }, null, 2)}\n`;
