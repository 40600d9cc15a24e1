import { AndFilter, EqualityFilter, ExtensibleFilter, OrFilter, type Filter } from 'ldapts';
import { SsoRefused } from '../../entering/sso-refused';
import type { LdapSettings } from '../connection/ldap-config';
import type { Directory } from '../directory/directory';
import type { DirectoryEntry } from '../directory/directory-entry';
import { primaryGroupSid, relativeId } from '../directory/security-id';
import { sameName } from '../directory/same-name';
import { DEEPEST, IN_CHAIN } from '../people/groups-of-person';
import { peopleFilter, PRIMARY_GROUP } from '../people/people-search';

const TOGETHER = 50;

/** Names of everybody in a group, in the form they are compared by; `people` are the names of all people there are. */
export async function membersOf(
  directory: Directory,
  settings: LdapSettings,
  { group, people }: { group: string; people: ReadonlySet<string> },
): Promise<Set<string>> {
  // What a sign-in does not see, or writes differently, gives nothing here either, or roles would come and go.
  if (!settings.groupBase || !below(group, settings.groupBase)) return new Set();
  const [there] = await groupAt(directory, settings, { group, attributes: ['1.1'] });
  if (there?.dn.toLowerCase() !== group.toLowerCase()) return new Set();
  return settings.preset === 'active_directory'
    ? askedBackwards(directory, settings, group)
    : readDownwards(directory, settings, { group, people });
}

/** Active Directory gives out 1500 members of a group at once, but answers which people are in it as a search of any size. */
async function askedBackwards(directory: Directory, settings: LdapSettings, group: string): Promise<Set<string>> {
  const found = new Set<string>();
  for await (const person of peopleWho(directory, settings, memberOf(group, settings.nested)))
    found.add(sameName(person.dn));
  const sids = (await groupsAround(directory, settings, group)).filter((sid) => sid !== null);
  const groups = new Set(sids.map((sid) => sid.toString('hex')));
  const ids = [...new Set(sids.flatMap((sid) => relativeId(sid) ?? []))];
  for (let at = 0; at < ids.length; at += TOGETHER) {
    const primary = ids.slice(at, at + TOGETHER).map((id) => ({ attribute: 'primaryGroupID', value: String(id) }));
    const filters = primary.map((one) => new EqualityFilter(one));
    for await (const person of peopleWho(directory, settings, new OrFilter({ filters }))) {
      // The number is one of many domains: 513 is "Domain Users" in each. Only the whole SID says whose it is.
      const sid = primaryGroupSid(person.bytes('objectSid'), person.number('primaryGroupID'));
      if (sid && groups.has(sid.toString('hex'))) found.add(sameName(person.dn));
    }
  }
  return found;
}

/** Everybody of whom something is true, with what tells their primary group. */
async function* peopleWho(directory: Directory, settings: LdapSettings, which: Filter): AsyncGenerator<DirectoryEntry> {
  const filter = new AndFilter({ filters: [peopleFilter(settings), which] });
  const question = { base: settings.userBase ?? '', filter, attributes: PRIMARY_GROUP };
  for await (const page of directory.all(question)) yield* page;
}

/** SIDs of the group and of those inside it: people may have one of them as their primary group, which lists nobody. */
async function groupsAround(directory: Directory, settings: LdapSettings, group: string): Promise<(Buffer | null)[]> {
  const attributes = ['objectSid'];
  const sids = (await groupAt(directory, settings, { group, attributes })).map((one) => one.bytes('objectSid'));
  if (!settings.nested) return sids;
  const groups = new EqualityFilter({ attribute: 'objectClass', value: settings.groupClass });
  const filter = new AndFilter({ filters: [groups, memberOf(group, true)] });
  for await (const page of directory.all({ base: settings.groupBase ?? '', filter, attributes }))
    sids.push(...page.map((one) => one.bytes('objectSid')));
  return sids;
}

const memberOf = (group: string, nested: boolean): Filter =>
  nested
    ? new ExtensibleFilter({ matchType: 'memberOf', rule: IN_CHAIN, value: group })
    : new EqualityFilter({ attribute: 'memberOf', value: group });

/** Elsewhere the lists of members are read, one group after the other; what was read once is not read again. */
async function readDownwards(
  directory: Directory,
  settings: LdapSettings,
  { group, people }: { group: string; people: ReadonlySet<string> },
): Promise<Set<string>> {
  const found = new Set<string>([sameName(group)]);
  let open = [group];
  for (let depth = 0; open.length > 0; depth += 1) {
    const inside: string[] = [];
    for (const one of open) inside.push(...(await listed(directory, settings, { group: one, depth })));
    open = inside.filter((dn) => !found.has(sameName(dn)));
    for (const dn of open) found.add(sameName(dn));
    // Only what may be a group is read further. People were all read before: asking for each of them would take hours.
    const further = (dn: string): boolean => !people.has(sameName(dn)) && below(dn, settings.groupBase ?? '');
    open = settings.nested ? open.filter(further) : [];
  }
  return found;
}

async function listed(
  directory: Directory,
  settings: LdapSettings,
  { group, depth }: { group: string; depth: number },
): Promise<string[]> {
  const [entry] = await groupAt(directory, settings, { group, attributes: ['member'] });
  if (entry && depth >= DEEPEST) throw incomplete(`Groups lie in each other more than ${DEEPEST} deep`);
  if (entry?.names().some((name) => name.startsWith('member;range=')))
    throw incomplete('The directory gives out its members in parts');
  return entry?.texts('member') ?? [];
}

async function groupAt(
  directory: Directory,
  { groupClass }: LdapSettings,
  { group, attributes }: { group: string; attributes: readonly string[] },
): Promise<DirectoryEntry[]> {
  const filter = new EqualityFilter({ attribute: 'objectClass', value: groupClass });
  try {
    return await directory.find({ base: group, filter, attributes, scope: 'base' }, 1);
  } catch (error) {
    // A group that was removed has nobody in it, and text that is no name is none.
    if ([32, 34].includes((error as { code?: number }).code ?? 0)) return [];
    throw error;
  }
}

const below = (dn: string, base: string): boolean => sameName(dn).endsWith(`,${sameName(base)}`);

const incomplete = (why: string): SsoRefused =>
  new SsoRefused('groups_incomplete', `${why}, so the list would not be complete.`, '/ldap/nested');
