import { createHmac, randomBytes, type KeyObject } from 'node:crypto';
import { secretKey } from './data-key';
import { KeyringError } from './keyring-error';
import { KEYRING_FORMAT, readKeyring, type RootKeyRecord } from './keyring-file';

/** A root key that can be used; `version` is written into every key it wraps. */
export type RootKey = { version: number; check: string; key: KeyObject };

/** The opened keyring: the key for new work, the older ones still needed, and what is known of each version. */
export type Keyring = {
  active: RootKey;
  /** The key of a version that may open existing wraps; undefined when it is staged, retired or unknown. */
  find(version: number): RootKey | undefined;
  /** Every version with its state and key-check value; safe to show and to compare between nodes. */
  versions: readonly Pick<RootKeyRecord, 'version' | 'state' | 'check'>[];
};

/** Text of a new keyring file with one active 256-bit root key. Store it readable by the service alone, mode 0400. */
export function createKeyring(now: Date = new Date()): string {
  const bytes = randomBytes(32);
  const record = { version: 1, state: 'active', createdAt: now.toISOString(), check: keyCheck(bytes) };
  const file = { format: KEYRING_FORMAT, keys: [{ ...record, key: bytes.toString('base64url') }] };
  bytes.fill(0);
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Opens the text of a keyring file; throws KeyringError with a sentence for the operator on any irregularity. */
export function parseKeyring(text: string): Keyring {
  const records = readKeyring(text);
  const usable = new Map<number, RootKey>();
  for (const record of records) {
    const root = openRecord(record);
    if (root && record.state !== 'staged') usable.set(root.version, root);
  }
  const active = usable.get(records.find((record) => record.state === 'active')?.version ?? 0);
  if (!active) throw new KeyringError('The keyring has no active key.');
  const versions = records.map(({ version, state, check }) => ({ version, state, check }));
  return { active, find: (version) => usable.get(version), versions };
}

/** Key-check value: eight bytes of HMAC(key, "kcv") in hex. Tells keys apart without telling the key. */
export function keyCheck(key: KeyObject | Uint8Array): string {
  return createHmac('sha256', key).update('kcv').digest('hex').slice(0, 16);
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
