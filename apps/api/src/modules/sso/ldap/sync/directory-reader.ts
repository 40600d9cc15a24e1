import { Injectable } from '@nestjs/common';
import type { SignInConnectionEntity } from '../../connections/sign-in-connection.entity';
import { SsoRefused } from '../../entering/sso-refused';
import { EVERYBODY } from '../../mappings/mapped-roles';
import type { LdapSettings } from '../connection/ldap-config';
import { Directories } from '../directory/directories';
import type { Directory } from '../directory/directory';
import { sameName } from '../directory/same-name';
import { peopleFilter } from '../people/people-search';
import { personAttributes, readPerson } from '../people/person-entry';
import { membersOf } from './members-of';
import type { Upstream, UpstreamPerson } from './upstream';

/** A large directory is read within this, or not at all. */
const READ_MS = 240_000;

/** Reads a directory as a whole: everybody, and the groups that give roles. */
@Injectable()
export class DirectoryReader {
  constructor(private readonly directories: Directories) {}

  /** Throws SsoRefused when it cannot be read completely: half a list would look like people who left. */
  read(
    connection: SignInConnectionEntity,
    groups: readonly string[],
    progress: (read: number) => Promise<void>,
  ): Promise<Upstream> {
    const settings = connection.config as unknown as LdapSettings;
    return this.directories.ask(
      connection,
      async (directory) => {
        const people = await everybody(directory, settings, progress);
        return { people, members: await inGroups(directory, settings, { groups, people }) };
      },
      { ms: READ_MS, patient: true },
    );
  }
}

async function everybody(
  directory: Directory,
  settings: LdapSettings,
  progress: (read: number) => Promise<void>,
): Promise<Map<string, UpstreamPerson>> {
  const people = new Map<string, UpstreamPerson>();
  const question = { base: settings.userBase ?? '', filter: peopleFilter(settings) };
  for await (const page of directory.all({ ...question, attributes: personAttributes(settings) })) {
    for (const entry of page) {
      const { key, dn, closed } = readPerson(entry, settings);
      if (key) people.set(key, { dn, closed });
    }
    await progress(people.size);
  }
  if (people.size > 0) return people;
  throw new SsoRefused(
    'base_not_found',
    'The reading account sees nobody below the search base. Nothing was changed: everybody would have lost their account.',
    '/ldap/userBase',
  );
}

/** Keys of the people in each group, by the group as its mapping names it. */
async function inGroups(
  directory: Directory,
  settings: LdapSettings,
  { groups, people }: { groups: readonly string[]; people: ReadonlyMap<string, UpstreamPerson> },
): Promise<Map<string, ReadonlySet<string>>> {
  const keys = new Map([...people].map(([key, { dn }]) => [sameName(dn), key]));
  const names = new Set(keys.keys());
  const members = new Map<string, ReadonlySet<string>>();
  for (const group of new Set(groups)) {
    const inside = group === EVERYBODY ? names : await membersOf(directory, settings, { group, people: names });
    members.set(group, new Set([...inside].flatMap((dn) => keys.get(dn) ?? [])));
  }
  return members;
}
