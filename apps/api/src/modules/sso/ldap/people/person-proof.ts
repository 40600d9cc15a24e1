import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { ResultCodeError } from 'ldapts';
import { ConnectionSecrets } from '../../connections/connection-secrets';
import type { SignInConnectionEntity } from '../../connections/sign-in-connection.entity';
import type { ExternalProof } from '../../entering/external-proof';
import { SsoRefused, type SsoReason } from '../../entering/sso-refused';
import type { LdapSettings } from '../connection/ldap-config';
import { Directories, SIGN_IN_MS } from '../directory/directories';
import type { Directory } from '../directory/directory';
import type { DirectoryEntry } from '../directory/directory-entry';
import { groupsOfPerson } from './groups-of-person';
import { loginName } from './login-name';
import { findPerson } from './people-search';
import { readPerson, type Closed } from './person-entry';

/** Somebody whose password the directory took, and what their entry says. */
export interface Proven {
  proof: ExternalProof;
  claims: Record<string, unknown>;
}

const CLOSED: Record<Closed, [SsoReason, string]> = {
  disabled: ['entry_disabled', 'The account is disabled in the directory.'],
  locked: ['entry_locked', 'The account is locked in the directory.'],
  expired: ['entry_expired', 'The account has expired in the directory.'],
};

/** The server is busy or unavailable, which says nothing about a password. */
const BUSY = new Set([51, 52]);

/** Asks a directory who somebody is: the reading account finds them, then their own password is tried. */
@Injectable()
export class PersonProofs {
  constructor(
    private readonly directories: Directories,
    private readonly secrets: ConnectionSecrets,
  ) {}

  /** Throws SsoRefused. Whatever the reason, the directory is asked the same things in the same order. */
  async prove(connection: SignInConnectionEntity, login: string, password: string): Promise<Proven> {
    // Servers take an empty password for a success, as nobody (RFC 4513, 5.1.2): it never gets there.
    if (password.length === 0) throw new SsoRefused('password_empty', 'No password was given.');
    // Servers written in C may end a password at its first zero byte: what stands behind would not be checked.
    if (password.includes('\0')) throw new SsoRefused('password_wrong', 'A password cannot hold a zero byte.');
    loginName(login);
    return this.directories.ask(connection, (directory) => this.tryOut(connection, directory, { login, password }), {
      ms: SIGN_IN_MS,
    });
  }

  /** The same without a password, for an administrator who looks what would happen. */
  async look(connection: SignInConnectionEntity, login: string): Promise<Proven> {
    const settings = connection.config as unknown as LdapSettings;
    return this.directories.ask(
      connection,
      async (directory) => this.read(directory, settings, await findPerson(directory, settings, login)),
      { ms: SIGN_IN_MS, patient: true },
    );
  }

  /** As long as asking about somebody takes, without asking about anybody. */
  async keepTime(connection: SignInConnectionEntity): Promise<void> {
    const nobody = { login: randomBytes(12).toString('hex'), password: randomBytes(12).toString('hex') };
    await this.prove(connection, nobody.login, nobody.password).catch(onlyIf(['entry_unknown']));
  }

  private async tryOut(
    { id, config }: SignInConnectionEntity,
    directory: Directory,
    { login, password }: { login: string; password: string },
  ): Promise<Proven> {
    const settings = config as unknown as LdapSettings;
    const { entry, refused } = await attempt(findPerson(directory, settings, login));
    const right = await accepts(directory, entry?.dn ?? `cn=${randomBytes(12).toString('hex')}`, password);
    if (!entry) throw refused;
    const { closed } = readPerson(entry, settings);
    if (closed) throw new SsoRefused(...CLOSED[closed]);
    if (!right) throw new SsoRefused('password_wrong', 'The directory does not accept this password.');
    // The person may not read groups; the reading account may.
    await directory.bind(settings.bindDn ?? '', (await this.secrets.open(id, 'bind-password')) ?? '');
    return this.read(directory, settings, entry);
  }

  private async read(directory: Directory, settings: LdapSettings, entry: DirectoryEntry): Promise<Proven> {
    const { key, email, name, dn, closed } = readPerson(entry, settings);
    if (!key)
      throw new SsoRefused(
        'key_missing',
        `The entry has no ${settings.keyAttribute}, so there is nothing to know the person by for good. The reading account may not see it.`,
        '/ldap/keyAttribute',
      );
    const groups = await groupsOfPerson(directory, settings, entry);
    const names = Object.fromEntries(settings.loginAttributes.map((one) => [one, entry.texts(one).join(', ')]));
    const proof = { subject: key, email, name, groups, amr: [], acr: [], authTime: null };
    return {
      proof: { ...proof, providerSession: null, logoutHint: null },
      claims: { dn, ...names, [settings.emailAttribute]: email, [settings.nameAttribute]: name, closed },
    };
  }
}

async function attempt(search: Promise<DirectoryEntry>): Promise<{ entry?: DirectoryEntry; refused?: SsoRefused }> {
  try {
    return { entry: await search };
  } catch (error) {
    if (error instanceof SsoRefused) return { refused: error };
    throw error;
  }
}

async function accepts(directory: Directory, dn: string, password: string): Promise<boolean> {
  try {
    await directory.bind(dn, password);
    return true;
  } catch (error) {
    if (!(error instanceof ResultCodeError) || BUSY.has(error.code)) throw error;
    // Whatever the words are, it is a no: wrong, expired, no such entry, no simple bind for this account.
    return false;
  }
}

const onlyIf =
  (reasons: readonly SsoReason[]) =>
  (error: unknown): void => {
    if (!(error instanceof SsoRefused && reasons.includes(error.reason))) throw error;
  };
