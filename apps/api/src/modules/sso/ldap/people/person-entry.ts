import type { LdapSettings } from '../connection/ldap-config';
import { BINARY } from '../directory/directory';
import type { DirectoryEntry } from '../directory/directory-entry';
import { guidText } from '../directory/guid';
import { windowsTime } from '../directory/windows-time';

/** Why the directory itself would not let somebody in. */
export type Closed = 'disabled' | 'locked' | 'expired';

const DISABLED_BIT = 0x2;
const LOCKED_BIT = 0x10;
const STATE = ['userAccountControl', 'msDS-User-Account-Control-Computed', 'accountExpires'] as const;
const OTHER_STATE = ['pwdAccountLockedTime', 'nsAccountLock'] as const;

/** Somebody, as their entry says. */
export interface DirectoryPerson {
  dn: string;
  /** The key that never changes, whatever they are called and wherever they are moved. */
  key: string | null;
  email: string | null;
  name: string | null;
  closed: Closed | null;
}

/** Attributes a person is read from. */
export const personAttributes = (settings: LdapSettings): string[] => [
  settings.keyAttribute,
  settings.emailAttribute,
  settings.nameAttribute,
  ...settings.loginAttributes,
  ...STATE,
  ...OTHER_STATE,
];

export function readPerson(entry: DirectoryEntry, settings: LdapSettings, now = new Date()): DirectoryPerson {
  const { dn } = entry;
  return {
    dn,
    key: keyOf(entry, settings.keyAttribute),
    email: entry.text(settings.emailAttribute),
    name: entry.text(settings.nameAttribute),
    closed: closedOf(entry, now),
  };
}

const BYTES = new Set(BINARY.map((name) => name.toLowerCase()));

/** Bytes become hexadecimal: read as text, all that are none look the same, and different people would be one. */
function keyOf(entry: DirectoryEntry, attribute: string): string | null {
  const name = attribute.toLowerCase();
  const bytes = entry.bytes(attribute);
  if (name === 'objectguid') return bytes && guidText(bytes);
  if (BYTES.has(name) || entry.binary(attribute)) return bytes?.toString('hex') ?? null;
  return entry.text(attribute)?.toLowerCase() ?? null;
}

/** What OpenLDAP writes when an administrator locked somebody for good; any other moment is a lock that passes. */
const FOR_GOOD = '000001010000Z';

function closedOf(entry: DirectoryEntry, now: Date): Closed | null {
  // Domain controllers keep the lock in the computed attribute; others that copy the scheme keep it in the first.
  const bits = (entry.number(STATE[0]) ?? 0) | (entry.number(STATE[1]) ?? 0);
  const lockedSince = entry.text('pwdAccountLockedTime');
  if (bits & DISABLED_BIT || lockedSince === FOR_GOOD || entry.text('nsAccountLock')?.toLowerCase() === 'true')
    return 'disabled';
  if (bits & LOCKED_BIT || lockedSince) return 'locked';
  const expires = windowsTime(entry.text('accountExpires'));
  return expires && expires <= now ? 'expired' : null;
}
