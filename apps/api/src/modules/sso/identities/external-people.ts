import { Injectable } from '@nestjs/common';
import { tokenHash } from '@st0r/crypto';
import { Repositories, Sql, UnitOfWork } from '../../../platform/database';
import { looksLikeAddress } from '../../../platform/http';
import { MembershipEndings, UserEntity } from '../../access';
import { DomainRules } from '../connections/domain-rules';
import type { ConnectionKind, SignInConnectionEntity } from '../connections/sign-in-connection.entity';
import type { ExternalProof } from '../entering/external-proof';
import { SsoRefused } from '../entering/sso-refused';
import { ExternalIdentityEntity } from './external-identity.entity';

/** Identities that wait for an administrator are kept this long. */
const WAITING_DAYS = 30;

/** The setting that says where the address stands. */
const EMAIL_SETTING: Record<ConnectionKind, string> = {
  oidc: '/oidc/emailClaim',
  saml: '/saml/emailAttribute',
  ldap: '/ldap/emailAttribute',
};

const LONGEST_EMAIL = 254;
const LONGEST_NAME = 120;

/** Somebody with the identity they came with. */
export interface KnownPerson {
  user: UserEntity;
  identity: ExternalIdentityEntity;
}

/** Whose account an identity is. The subject key decides and nothing else does: an e-mail address can be claimed by anybody. */
@Injectable()
export class ExternalPeople {
  constructor(
    private readonly repositories: Repositories,
    private readonly sql: Sql,
    private readonly work: UnitOfWork,
    private readonly domains: DomainRules,
    private readonly endings: MembershipEndings,
  ) {}

  async find(connectionId: string, subject: string): Promise<ExternalIdentityEntity | null> {
    return this.repositories.house(ExternalIdentityEntity).findOne({ connectionId, subjectHash: tokenHash(subject) });
  }

  /** The account of this identity; makes one where the connection says so, otherwise lets the identity wait. */
  async enter(connection: SignInConnectionEntity, proof: ExternalProof): Promise<KnownPerson> {
    const identity = await this.find(connection.id, proof.subject);
    if (identity?.userId)
      return { user: await this.welcomed(identity.userId), identity: await this.seen(identity, proof) };
    try {
      const user = await this.newUser(connection, proof);
      return { user, identity: await this.own(connection.id, { identity, proof, userId: user.id }) };
    } catch (error) {
      if (error instanceof SsoRefused) await this.wait(connection.id, identity, proof);
      throw error;
    }
  }

  /** Says whose an identity is; it must not be somebody else's already. */
  async link(connectionId: string, proof: ExternalProof, userId: string): Promise<ExternalIdentityEntity> {
    const identity = await this.find(connectionId, proof.subject);
    if (identity?.userId && identity.userId !== userId)
      throw new SsoRefused('identity_taken', 'This identity belongs to another account here.');
    if (identity?.userId) return this.seen(identity, proof);
    return this.own(connectionId, { identity, proof, userId });
  }

  /** What `enter` would do, without doing it. */
  async foresee(connection: SignInConnectionEntity, proof: ExternalProof): Promise<UserEntity | 'new'> {
    const identity = await this.find(connection.id, proof.subject);
    if (identity?.userId) return this.knownUser(identity.userId);
    await this.requireNewcomer(connection, proof);
    return 'new';
  }

  private async knownUser(id: string): Promise<UserEntity> {
    const user = await this.repositories.house(UserEntity).get(id);
    if (user.state !== 'disabled') return user;
    throw new SsoRefused('account_disabled', `The account of ${user.name} is disabled here.`);
  }

  /** Whoever linked an invited person vouched for them: coming in through the connection accepts the invitation. */
  private async welcomed(id: string): Promise<UserEntity> {
    const user = await this.knownUser(id);
    if (user.state === 'active') return user;
    await this.sql.holdPerson(id);
    const held = await this.knownUser(id);
    if (held.state === 'active') return held;
    const welcome = await this.repositories.house(UserEntity).update(held, { state: 'active' });
    await this.endings.endInvitation(id);
    await this.sql.raiseRights(id);
    return welcome;
  }

  private async newUser(connection: SignInConnectionEntity, proof: ExternalProof): Promise<UserEntity> {
    await this.requireNewcomer(connection, proof);
    return this.repositories.house(UserEntity).create({
      email: proof.email ?? '',
      name: (proof.name ?? proof.email ?? '').slice(0, LONGEST_NAME),
      state: 'active',
      platformAdmin: false,
      requireMfa: false,
      authzEpoch: 1,
      preferences: null,
    });
  }

  private async requireNewcomer(connection: SignInConnectionEntity, { email }: ExternalProof): Promise<void> {
    if (!connection.jit)
      throw new SsoRefused(
        'identity_unknown',
        `${email ?? 'This person'} is known to nobody here yet: link the waiting identity to an account, or let the connection make accounts.`,
      );
    if (!email)
      throw new SsoRefused(
        'email_missing',
        'The provider said no e-mail address, so no account can be made. Let it say one, or name the right claim or attribute.',
        EMAIL_SETTING[connection.kind],
      );
    if (email.length > LONGEST_EMAIL || !looksLikeAddress(email))
      throw new SsoRefused(
        'email_missing',
        'What the provider said as e-mail address is none, so no account can be made. Name the claim or attribute that holds it.',
        EMAIL_SETTING[connection.kind],
      );
    if (!(await this.domains.serves(connection.id, email)))
      throw new SsoRefused(
        'domain_not_served',
        `The connection makes accounts for its own e-mail domains only, and ${email} is in none of them.`,
        '/domains',
      );
    if (await this.repositories.house(UserEntity).findOne({ email }))
      throw new SsoRefused(
        'email_taken',
        `Another account has the address ${email} already. If it is the same person, link the waiting identity to it.`,
      );
  }

  private async own(
    connectionId: string,
    { identity, proof, userId }: { identity: ExternalIdentityEntity | null; proof: ExternalProof; userId: string },
  ): Promise<ExternalIdentityEntity> {
    const identities = this.repositories.house(ExternalIdentityEntity);
    if (identity) return identities.update(identity, { userId, ...shownOf(proof), lastSeenAt: new Date() });
    return identities.create({ connectionId, userId, ...keyOf(proof), ...shownOf(proof), lastSeenAt: new Date() });
  }

  /** Keeps the identity for an administrator, although the sign-in around it is refused and taken back. */
  private async wait(connectionId: string, known: ExternalIdentityEntity | null, proof: ExternalProof): Promise<void> {
    await this.work.runApart(async () => {
      const identities = this.repositories.house(ExternalIdentityEntity);
      await this.sql.house(
        `DELETE FROM external_identity WHERE user_id IS NULL AND last_seen_at < UTC_TIMESTAMP(6) - INTERVAL ${WAITING_DAYS} DAY LIMIT 100`,
      );
      if (known) return void (await this.seen(known, proof));
      await identities.create({
        connectionId,
        userId: null,
        ...keyOf(proof),
        ...shownOf(proof),
        lastSeenAt: new Date(),
      });
    });
  }

  /** Not a change of the record: no event for each sign-in beside the sign-in itself. */
  private async seen(identity: ExternalIdentityEntity, proof: ExternalProof): Promise<ExternalIdentityEntity> {
    const { email, displayName } = shownOf(proof);
    await this.sql.house(
      'UPDATE external_identity SET email = ?, display_name = ?, last_seen_at = UTC_TIMESTAMP(6) WHERE id = ?',
      [email, displayName, identity.id],
    );
    return identity;
  }
}

const keyOf = ({ subject }: ExternalProof): { subject: string; subjectHash: Buffer } => ({
  subject: subject.slice(0, 1024),
  subjectHash: tokenHash(subject),
});

const shownOf = ({ email, name }: ExternalProof): { email: string | null; displayName: string | null } => ({
  email: email?.slice(0, LONGEST_EMAIL) ?? null,
  displayName: (name ?? email)?.slice(0, LONGEST_NAME) ?? null,
});
