import { AndFilter, EqualityFilter, NotFilter, OrFilter, type Filter } from 'ldapts';
import { SsoRefused } from '../../entering/sso-refused';
import type { LdapSettings } from '../connection/ldap-config';
import type { Directory } from '../directory/directory';
import type { DirectoryEntry } from '../directory/directory-entry';
import { loginName, sameLogin } from './login-name';
import { personAttributes } from './person-entry';

/** Enough to know that there is more than one. */
const TWO = 2;
/** For the two questions about the primary group; see `groups-of-person.ts`. */
export const PRIMARY_GROUP = ['objectSid', 'primaryGroupID'] as const;

/** Entries that are people: in Active Directory computers are users too, by their class. */
export function peopleFilter({ preset, userClass }: LdapSettings): Filter {
  const people = new EqualityFilter({ attribute: 'objectClass', value: userClass });
  if (preset !== 'active_directory') return people;
  const computers = new NotFilter({ filter: new EqualityFilter({ attribute: 'objectClass', value: 'computer' }) });
  return new AndFilter({ filters: [people, computers] });
}

/** The one entry of this name; none and more than one are both refused. */
export async function findPerson(directory: Directory, settings: LdapSettings, text: string): Promise<DirectoryEntry> {
  const name = loginName(text);
  const named = settings.loginAttributes.map((attribute) => new EqualityFilter({ attribute, value: name }));
  const filter = new AndFilter({ filters: [peopleFilter(settings), new OrFilter({ filters: named })] });
  const attributes = [...personAttributes(settings), ...PRIMARY_GROUP];
  const found = await directory.find({ base: settings.userBase ?? '', filter, attributes }, TWO);
  if (found.length > 1)
    throw new SsoRefused(
      'entry_ambiguous',
      'More than one entry has this name, so nobody is let in by it. Narrow the search base, or name fewer attributes people sign in with.',
      '/ldap/loginAttributes',
    );
  const [entry] = found;
  const names = settings.loginAttributes.flatMap((attribute) => entry?.texts(attribute) ?? []);
  if (entry && names.some((one) => sameLogin(name, one))) return entry;
  throw new SsoRefused(
    'entry_unknown',
    'The directory knows nobody of this name below the search base.',
    '/ldap/userBase',
  );
}
