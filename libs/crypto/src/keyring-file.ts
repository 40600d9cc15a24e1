import { KeyringError } from './keyring-error';

export const KEYRING_FORMAT = 'st0r-keyring-1';

/** Life of a root key: staged (known, unused), active (one), decrypt-only (the one before), retired (bytes gone). */
export const ROOT_KEY_STATE = ['staged', 'active', 'decrypt-only', 'retired'] as const;
/** One of the four states of a root key. */
export type RootKeyState = (typeof ROOT_KEY_STATE)[number];

/** One version as written in the keyring file; a retired one keeps its number and check value but no key. */
export type RootKeyRecord = { version: number; state: RootKeyState; createdAt: string; check: string; key?: string };

const PROPERTIES = ['version', 'state', 'createdAt', 'check', 'key'];

/** Reads and checks the shape of a keyring file; throws KeyringError. */
export function readKeyring(text: string): RootKeyRecord[] {
  const file = parseObject(text);
  if (file['format'] !== KEYRING_FORMAT) throw new KeyringError(`The keyring is not in the format ${KEYRING_FORMAT}.`);
  refuseUnknown(file, ['format', 'keys']);
  if (!Array.isArray(file['keys'])) throw new KeyringError('The keyring has no list of keys.');
  const records = file['keys'].map(readRecord);
  refuseOddStates(records);
  return records;
}

function parseObject(text: string): Record<string, unknown> {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    // The parser's own message quotes the text around the fault, and that text holds keys.
    throw new KeyringError('The keyring is not readable JSON. Restore the file from its backup.');
  }
  return asObject(file);
}

function asObject(value: unknown): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw new KeyringError('The keyring holds something other than an object where one belongs.');
}

function readRecord(value: unknown): RootKeyRecord {
  const entry = asObject(value);
  refuseUnknown(entry, PROPERTIES);
  const version = entry['version'];
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1 || version > 0xffff_ffff) {
    throw new KeyringError('A key of the keyring has no whole version number from 1.');
  }
  const state = ROOT_KEY_STATE.find((known) => known === entry['state']);
  if (!state) throw new KeyringError(`Key ${version} of the keyring has an unknown state.`);
  const check = entry['check'];
  const createdAt = entry['createdAt'];
  if (typeof check !== 'string' || !/^[0-9a-f]{16}$/.test(check) || typeof createdAt !== 'string') {
    throw new KeyringError(`Key ${version} of the keyring lacks its check value or its date.`);
  }
  return { version, state, check, createdAt, ...keyOf(entry['key'], version, state) };
}

function keyOf(key: unknown, version: number, state: RootKeyState): { key?: string } {
  if (state === 'retired' && key === undefined) return {};
  if (state !== 'retired' && typeof key === 'string') return { key };
  throw new KeyringError(
    state === 'retired'
      ? `Key ${version} of the keyring is retired but still holds its bytes. Remove them.`
      : `Key ${version} of the keyring has no key bytes.`,
  );
}

function refuseUnknown(entry: Record<string, unknown>, known: string[]): void {
  const odd = Object.keys(entry).find((name) => !known.includes(name));
  if (odd !== undefined) throw new KeyringError('The keyring holds a property this version does not know.');
}

function refuseOddStates(records: RootKeyRecord[]): void {
  const count = (state: RootKeyState) => records.filter((record) => record.state === state).length;
  const versions = new Set(records.map((record) => record.version));
  if (versions.size !== records.length) throw new KeyringError('The keyring gives one version number to two keys.');
  if (count('active') !== 1) throw new KeyringError('The keyring must have exactly one active key.');
  if (count('staged') > 1) throw new KeyringError('The keyring may stage only one key at a time.');
  if (count('decrypt-only') > 1) throw new KeyringError('The keyring may keep only one key before the active one.');
}
