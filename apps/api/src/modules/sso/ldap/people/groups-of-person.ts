import { AndFilter, EqualityFilter, ExtensibleFilter, OrFilter, type Filter } from 'ldapts';
import { SsoRefused } from '../../entering/sso-refused';
import type { LdapSettings } from '../connection/ldap-config';
import type { Directory } from '../directory/directory';
import type { DirectoryEntry } from '../directory/directory-entry';
import { primaryGroupSid } from '../directory/security-id';
import { sameName } from '../directory/same-name';

/** Active Directory follows groups in groups by itself when it is asked by this rule. */
export const IN_CHAIN = '1.2.840.113556.1.4.1941';
/** Groups in each other that are followed; an eleventh is refused, at the sign-in and by a look alike. */
export const DEEPEST = 10;
/** Names asked about in one question. */
const TOGETHER = 50;

/** Names of all groups somebody is in, complete. */
export async function groupsOfPerson(
  directory: Directory,
  settings: LdapSettings,
  person: DirectoryEntry,
): Promise<string[]> {
  if (!settings.groupBase) return [];
  const groups = new Map<string, string>();
  const primary = await primaryGroup(directory, settings, person);
  for (const dn of primary) groups.set(sameName(dn), dn);
  const chain = settings.nested && settings.preset === 'active_directory';
  const start = settings.nested ? [person.dn, ...primary] : [person.dn];
  for (let depth = 0, asked = start; asked.length > 0; depth += 1) {
    const found = await groupsHolding(directory, settings, { members: asked, chain });
    // What is known already was asked about already: a circle ends here.
    asked = found.filter((dn) => !groups.has(sameName(dn)));
    if (asked.length > 0 && depth >= DEEPEST) throw tooDeep();
    for (const dn of asked) groups.set(sameName(dn), dn);
    if (chain || !settings.nested) break;
  }
  return [...groups.values()].toSorted();
}

/** Groups one of these is a member of. */
async function groupsHolding(
  directory: Directory,
  { groupBase, groupClass }: LdapSettings,
  { members, chain }: { members: readonly string[]; chain: boolean },
): Promise<string[]> {
  const found: string[] = [];
  for (let at = 0; at < members.length; at += TOGETHER) {
    const holding = members.slice(at, at + TOGETHER).map((dn) => memberFilter(dn, chain));
    const filters = [new EqualityFilter({ attribute: 'objectClass', value: groupClass }), anyOf(holding)];
    const question = { base: groupBase ?? '', filter: new AndFilter({ filters }), attributes: ['1.1'] };
    for await (const page of directory.all(question)) found.push(...page.map(({ dn }) => dn));
  }
  return found;
}

const memberFilter = (value: string, chain: boolean): Filter =>
  chain
    ? new ExtensibleFilter({ matchType: 'member', rule: IN_CHAIN, value })
    : new EqualityFilter({ attribute: 'member', value });

const anyOf = (filters: Filter[]): Filter => (filters.length === 1 && filters[0]) || new OrFilter({ filters });

/** The group Active Directory keeps at the person and not among the members of the group. */
async function primaryGroup(directory: Directory, settings: LdapSettings, person: DirectoryEntry): Promise<string[]> {
  const sid = primaryGroupSid(person.bytes('objectSid'), person.number('primaryGroupID'));
  if (!sid) return [];
  const filters = [
    new EqualityFilter({ attribute: 'objectClass', value: settings.groupClass }),
    new EqualityFilter({ attribute: 'objectSid', value: sid }),
  ];
  const question = { base: settings.groupBase ?? '', filter: new AndFilter({ filters }), attributes: ['1.1'] };
  return (await directory.find(question, 1)).map(({ dn }) => dn);
}

const tooDeep = (): SsoRefused =>
  new SsoRefused(
    'groups_incomplete',
    `Groups lie in each other more than ${DEEPEST} deep, so the list would not be complete.`,
    '/ldap/nested',
  );
