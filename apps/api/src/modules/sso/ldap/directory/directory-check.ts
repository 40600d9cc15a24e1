import { Injectable } from '@nestjs/common';
import { PresenceFilter } from 'ldapts';
import type { SignInConnectionEntity } from '../../connections/sign-in-connection.entity';
import { SsoRefused } from '../../entering/sso-refused';
import type { LdapSettings } from '../connection/ldap-config';
import { peopleFilter } from '../people/people-search';
import { Directories, SIGN_IN_MS } from './directories';

/** Whether the directory is there, is who it should be, takes the reading account and has people where we look. */
@Injectable()
export class DirectoryCheck {
  constructor(private readonly directories: Directories) {}

  async run(connection: SignInConnectionEntity): Promise<void> {
    const settings = connection.config as unknown as LdapSettings;
    const { userBase, groupBase, keyAttribute } = settings;
    await this.directories.ask(
      connection,
      async (directory) => {
        const question = { base: userBase ?? '', filter: peopleFilter(settings), attributes: [keyAttribute] };
        const [somebody] = await directory.find(question, 1);
        if (!somebody) throw nobody(settings);
        if (!somebody.bytes(keyAttribute)?.length) throw keyless(settings);
        const there = {
          filter: new PresenceFilter({ attribute: 'objectClass' }),
          scope: 'base',
          attributes: ['1.1'],
        } as const;
        if (groupBase) await directory.find({ base: groupBase, ...there }, 1).catch(noGroups);
      },
      { ms: SIGN_IN_MS, patient: true },
    );
  }
}

const nobody = ({ userClass }: LdapSettings): SsoRefused =>
  new SsoRefused(
    'base_not_found',
    `The reading account sees nobody of the class ${userClass} below the search base. Check the base, and what the account may read.`,
    '/ldap/userBase',
  );

const keyless = ({ keyAttribute }: LdapSettings): SsoRefused =>
  new SsoRefused(
    'key_missing',
    `People have no ${keyAttribute}, by which they would be known for good. Choose the right kind of directory, or let the reading account see it.`,
    '/ldap/keyAttribute',
  );

function noGroups(error: unknown): never {
  if ((error as { code?: number }).code !== 32) throw error;
  throw new SsoRefused('base_not_found', 'The directory has no such place for groups in its tree.', '/ldap/groupBase');
}
