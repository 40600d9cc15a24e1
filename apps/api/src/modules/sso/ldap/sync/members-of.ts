import { AndFilter, EqualityFilter, ExtensibleFilter, OrFilter, type Filter } from 'ldapts';
import { SsoRefused } from '../../entering/sso-refused';
import type { LdapSettings } from '../connection/ldap-config';
import type { Directory } from '../directory/directory';
import type { DirectoryEntry } from '../directory/directory-entry';
import { relativeId } from '../directory/security-id';
import { sameName } from '../directory/same-name';
import { IN_CHAIN } from '../people/groups-of-person';
import { peopleFilter } from '../people/people-search';

const DEEPEST = 10;
const TOGETHER = 50;

/** Names of everybody in a group, in the form they are compared by. */
export async function membersOf(directory: Directory, settings: LdapSettings, group: string): Promise<Set<string>> {
  // What a sign-in does not see, or writes differently, gives nothing here either, or roles would come and go.
  if (!settings.groupBase || !below(group, settings.groupBase)) return new Set();
  const [there] = await groupAt(directory, settings, { group, attributes: ['1.1'] });
  if (there?.dn.toLowerCase() !== group.toLowerCase()) return new Set();
  return settings.preset === 'active_directory'
    ? askedBackwards(directory, settings, group)
    : readDownwards(directory, settings, group);
}

/** Active Directory gives out 1500 members of a group at once, but answers which people are in it as a search of any size. */
async function askedBackwards(directory: Directory, settings: LdapSettings, group: string): Promise<Set<string>> {
  const found = new Set<string>();
  const inside = memberOf(group, settings.nested);
  const primary = (await groupsAround(directory, settings, group)).flatMap((one) => relativeId(one) ?? []);
  const ways: Filter[] = [inside];
  for (let at = 0; at < primary.length; at += TOGETHER)
    ways.push(
      new OrFilter({
        filters: primary
          .slice(at, at + TOGETHER)
          .map((id) => new EqualityFilter({ attribute: 'primaryGroupID', value: String(id) })),
      }),
    );
  for (const way of ways) {
    const filter = new AndFilter({ filters: [peopleFilter(settings), way] });
    const question = { base: settings.userBase ?? '', filter, attributes: ['1.1'] };
    for await (const page of directory.all(question)) for (const { dn } of page) found.add(sameName(dn));
  }
  return found;
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
async function readDownwards(directory: Directory, settings: LdapSettings, group: string): Promise<Set<string>> {
  const found = new Set<string>([sameName(group)]);
  let open = [group];
  for (let depth = 0; open.length > 0; depth += 1) {
    if (depth >= DEEPEST) throw incomplete(`Groups lie in each other more than ${DEEPEST} deep`);
    const inside: string[] = [];
    for (const one of open) inside.push(...(await listed(directory, settings, one)));
    open = inside.filter((dn) => !found.has(sameName(dn)));
    for (const dn of open) found.add(sameName(dn));
    // Only groups are read further; a person below is no group and says so.
    open = settings.nested ? open.filter((dn) => below(dn, settings.groupBase ?? '')) : [];
  }
  return found;
}

async function listed(directory: Directory, settings: LdapSettings, group: string): Promise<string[]> {
  const [entry] = await groupAt(directory, settings, { group, attributes: ['member'] });
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
