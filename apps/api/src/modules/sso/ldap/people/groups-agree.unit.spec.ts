import { afterEach, describe, expect, it } from 'vitest';
import { configureLdap, type LdapSettings } from '../connection/ldap-config';
import { sameName } from '../directory/same-name';
import { EmulatedDirectory, type Held } from '../fixture/emulated-ad.fixture';
import { membersOf } from '../sync/members-of';
import { groupsOfPerson, IN_CHAIN } from './groups-of-person';
import { findPerson } from './people-search';

let stop: (() => Promise<void>) | undefined;
afterEach(() => stop?.());

const ROOT = 'dc=corp,dc=test';
const EMEA = `dc=emea,${ROOT}`;
const groupDn = (name: string, root = ROOT): string => `cn=${name},ou=groups,${root}`;
const personDn = (name: string, root = ROOT): string => `cn=${name},ou=people,${root}`;

/** A SID of a domain that differs by one number: S-1-5-21-<domain>-<id>. */
function sid(domain: number, id: number): string {
  const bytes = Buffer.from('010200000000000500000000' + '00000000', 'hex');
  bytes.writeUInt32LE(domain, 8);
  bytes.writeUInt32LE(id, 12);
  return bytes.toString('latin1');
}

const person = (name: string, domain: number, root = ROOT): Held => ({
  dn: personDn(name, root),
  attributes: {
    objectclass: ['user'],
    samaccountname: [name],
    primarygroupid: ['513'],
    objectsid: [sid(domain, 100 + name.length)],
  },
});
const group = (dn: string, objectsid: string, ...member: string[]): Held => ({
  dn,
  attributes: { objectclass: ['group'], objectsid: [objectsid], ...(member.length > 0 ? { member } : {}) },
});

/** Two domains of one forest, as its global catalogue shows them. */
const FOREST = [
  person('ann', 1),
  person('otto', 2, EMEA),
  group(groupDn('Domain Users'), sid(1, 513)),
  group(groupDn('Domain Users', EMEA), sid(2, 513)),
  group(groupDn('Inner'), sid(1, 20), personDn('ann')),
  group(groupDn('Outer'), sid(1, 21), groupDn('Inner')),
  group(groupDn('Outmost'), sid(1, 22), groupDn('Outer')),
  group(groupDn('Staff'), sid(1, 23), groupDn('Domain Users')),
];

const settingsOf = (own: Parameters<typeof configureLdap>[1]): LdapSettings =>
  configureLdap({}, { preset: 'active_directory', userBase: ROOT, groupBase: ROOT, ...own });

/** For everybody and every group: who is in it by their sign-in, and by a look. */
async function bothWays(entries: readonly Held[], settings: LdapSettings, names: readonly string[]) {
  const { directory, emulated, stop: end } = await EmulatedDirectory.holding(entries);
  stop = end;
  const people = new Map<string, string>();
  const bySignIn = new Map<string, string[]>();
  for (const name of names) {
    const entry = await findPerson(directory, settings, name);
    people.set(sameName(entry.dn), name);
    for (const dn of await groupsOfPerson(directory, settings, entry))
      bySignIn.set(dn, [...(bySignIn.get(dn) ?? []), name]);
  }
  const byLook = new Map<string, string[]>();
  for (const { dn } of entries.filter(({ attributes }) => attributes['objectclass']?.[0]?.startsWith('group'))) {
    const members = await membersOf(directory, settings, { group: dn, people: new Set(people.keys()) });
    const known = [...members].flatMap((one) => people.get(one) ?? []);
    if (known.length > 0) byLook.set(dn, known.toSorted());
  }
  return { bySignIn: Object.fromEntries(bySignIn), byLook: Object.fromEntries(byLook), emulated };
}

describe('groups of Active Directory, emulated', () => {
  it('are followed by the rule of Active Directory, and a sign-in and a look agree about everybody', async () => {
    const { bySignIn, byLook, emulated } = await bothWays(FOREST, settingsOf({ nested: true }), ['ann', 'otto']);
    expect(bySignIn).toEqual({
      [groupDn('Domain Users')]: ['ann'],
      [groupDn('Domain Users', EMEA)]: ['otto'],
      [groupDn('Inner')]: ['ann'],
      [groupDn('Outer')]: ['ann'],
      [groupDn('Outmost')]: ['ann'],
      [groupDn('Staff')]: ['ann'],
    });
    expect(byLook).toEqual(bySignIn);
    expect(new Set(emulated.rules)).toEqual(new Set([IN_CHAIN]));
  });

  it('are not followed where that is switched off, also not through the primary group', async () => {
    const { bySignIn, byLook, emulated } = await bothWays(FOREST, settingsOf({ nested: false }), ['ann', 'otto']);
    expect(bySignIn).toEqual({
      [groupDn('Domain Users')]: ['ann'],
      [groupDn('Domain Users', EMEA)]: ['otto'],
      [groupDn('Inner')]: ['ann'],
    });
    expect(byLook).toEqual(bySignIn);
    expect(emulated.rules).toEqual([]);
  });
});

describe('groups in each other that are read one by one', () => {
  const openLdap = settingsOf({ preset: 'openldap', loginAttributes: ['sAMAccountName'], userClass: 'user' });
  /** `g1` holds `g2` and so on; the innermost holds Ann. */
  const chain = (deep: number): Held[] => [
    person('ann', 1),
    ...Array.from({ length: deep }, (_, at) => ({
      dn: groupDn(`g${at + 1}`),
      attributes: {
        objectclass: ['groupOfNames'],
        member: [at + 1 === deep ? personDn('ann') : groupDn(`g${at + 2}`)],
      },
    })),
  ];

  it('are followed ten deep at the sign-in and by a look', async () => {
    const { bySignIn, byLook } = await bothWays(chain(10), openLdap, ['ann']);
    expect(Object.keys(bySignIn)).toHaveLength(10);
    expect(byLook).toEqual(bySignIn);
  });

  it('are refused eleven deep by both', async () => {
    const { directory, stop: end } = await EmulatedDirectory.holding(chain(11));
    stop = end;
    const ann = await findPerson(directory, openLdap, 'ann');
    const group = { group: groupDn('g1'), people: new Set([sameName(ann.dn)]) };
    const deep = { reason: 'groups_incomplete' };
    await expect(groupsOfPerson(directory, openLdap, ann)).rejects.toMatchObject(deep);
    await expect(membersOf(directory, openLdap, group)).rejects.toMatchObject(deep);
  });

  it('cost no question for each person, although people and groups lie below one base', async () => {
    const { emulated } = await bothWays(chain(2), openLdap, ['ann']);
    expect(emulated.bases).not.toContain(sameName(personDn('ann')));
    expect(emulated.bases).toContain(sameName(groupDn('g2')));
  });
});
