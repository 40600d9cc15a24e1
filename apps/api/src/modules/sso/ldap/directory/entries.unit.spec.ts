import { describe, expect, it } from 'vitest';
import type { Entry } from 'ldapts';
import { configureLdap } from '../connection/ldap-config';
import { readPerson } from '../people/person-entry';
import { DirectoryEntry } from './directory-entry';
import { guidText } from './guid';
import { sameName } from './same-name';
import { primaryGroupSid, relativeId } from './security-id';
import { windowsTime } from './windows-time';

const settings = configureLdap({}, { preset: 'active_directory' });
const person = (own: Partial<Entry>) =>
  readPerson(new DirectoryEntry({ dn: 'cn=x', ...own }), settings, new Date('2026-01-01'));

describe('what Active Directory writes', () => {
  it('reads an objectGUID as Windows shows it', () => {
    const bytes = Buffer.from('a4F7h8Jk2ESOPmn6T/GDPA==', 'base64');
    expect(guidText(bytes)).toBe('877b816b-64c2-44d8-8e3e-69fa4ff1833c');
    expect(guidText(bytes.subarray(1))).toBeNull();
    expect(person({ objectGUID: bytes }).key).toBe('877b816b-64c2-44d8-8e3e-69fa4ff1833c');
  });

  it.each([['objectSid'], ['mS-DS-ConsistencyGuid'], ['GUID'], ['ourOwnBytes']])(
    'takes two people whose %s differs in one byte for two',
    (keyAttribute) => {
      const keys = [0x80, 0x81].map((last) => {
        const entry = new DirectoryEntry({ dn: 'cn=x', [keyAttribute]: Buffer.from([0x01, 0x41, last]) });
        return readPerson(entry, { ...settings, keyAttribute }).key;
      });
      expect(keys).toEqual(['014180', '014181']);
    },
  );

  it('takes bytes that happen to spell text for bytes all the same', () => {
    const entry = (spelt: string) => new DirectoryEntry({ dn: 'cn=x', objectSid: spelt });
    const key = (spelt: string) => readPerson(entry(spelt), { ...settings, keyAttribute: 'objectsid' }).key;
    expect([key('AB'), key('ab')]).toEqual(['4142', '6162']);
  });

  it.each([
    ['0', null],
    ['9223372036854775807', null],
    ['', null],
    ['not a time', null],
    ['133521487623456789', '2024-02-11T18:12:42.345Z'],
  ])('reads the FILETIME %j as %j', (text, moment) => {
    expect(windowsTime(text)?.toISOString() ?? null).toBe(moment);
  });

  it.each([
    [{ userAccountControl: '512' }, null],
    [{ userAccountControl: '514' }, 'disabled'],
    [{ userAccountControl: '66050' }, 'disabled'],
    [{ userAccountControl: '528' }, 'locked'],
    [{ userAccountControl: '512', 'msDS-User-Account-Control-Computed': '16' }, 'locked'],
    [{ userAccountControl: '512', accountExpires: '9223372036854775807' }, null],
    [{ userAccountControl: '512', accountExpires: '0' }, null],
    [{ userAccountControl: '512', accountExpires: '133521487623456789' }, 'expired'],
    [{ pwdAccountLockedTime: '000001010000Z' }, 'disabled'],
    [{ pwdAccountLockedTime: '20251231235959Z' }, 'locked'],
    [{ nsAccountLock: 'TRUE' }, 'disabled'],
    [{}, null],
  ])('takes %j for %j', (own, closed) => {
    expect(person(own as Partial<Entry>).closed).toBe(closed);
  });

  it('makes the primary group from the SID of the person', () => {
    // S-1-5-21-1-2-3-1105, and its domain's group 513.
    const sid = Buffer.from('010500000000000515000000010000000200000003000000' + '51040000', 'hex');
    expect(relativeId(primaryGroupSid(sid, 513))).toBe(513);
    expect(primaryGroupSid(sid, 513)?.subarray(0, -4).equals(sid.subarray(0, -4))).toBe(true);
    expect(primaryGroupSid(sid, undefined)).toBeNull();
    expect(primaryGroupSid(sid.subarray(0, 20), 513)).toBeNull();
  });
});

describe('names that are the same', () => {
  it.each([
    ['cn=Wong\\, Amy,ou=People,dc=x', 'CN=Wong\\2C Amy, OU=people, DC=X'],
    ['cn=Zo\\c3\\ab,dc=x', 'cn=Zoë,dc=x'],
    ['cn=Zoe\u0308,dc=x', 'cn=Zoë,dc=x'],
    ['cn=a ; dc=x', 'cn=a,dc=x'],
  ])('%j and %j', (one, other) => {
    expect(sameName(one)).toBe(sameName(other));
  });

  it.each([
    ['cn=a\\,ou=b,dc=x', 'cn=a,ou=b,dc=x'],
    ['cn=zoe,dc=x', 'cn=zoë,dc=x'],
    ['cn=a,dc=x', 'cn=a,dc=xy'],
  ])('not %j and %j', (one, other) => {
    expect(sameName(one)).not.toBe(sameName(other));
  });
});
