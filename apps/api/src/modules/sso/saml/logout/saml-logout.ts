import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import type { SignInConnectionEntity } from '../../connections/sign-in-connection.entity';
import { FailedReturns } from '../../entering/failed-returns';
import { OfferedConnections } from '../../entering/offered-connections';
import { OneUse } from '../../entering/one-use';
import { ProviderEndings } from '../../entering/provider-endings';
import { SamlAddresses } from '../connection/saml-addresses';
import { logoutOf } from '../connection/saml-config';
import { SamlExchange, settingsOf, trustOf } from '../entering/saml-exchange';
import { subjectKey } from '../entering/saml-proof';
import { SamlRefusal } from '../refusal';
import { refusedBy } from '../refusal.reasons';
import { logoutRequest, logoutResponse } from '../requests/request.builder';
import { verifyLogout, type LogoutMessage, type VerifiedLogout } from './logout.reader';

type LogoutRequest = Extract<VerifiedLogout, { kind: 'request' }>;

/** Signing out on both sides, whichever begins. */
@Injectable()
export class SamlLogout {
  constructor(
    private readonly offered: OfferedConnections,
    private readonly addresses: SamlAddresses,
    private readonly exchange: SamlExchange,
    private readonly ends: ProviderEndings,
    private readonly oneUse: OneUse,
    private readonly failed: FailedReturns,
  ) {}

  /** Where to sign out at the provider too; null where that is not wanted or the provider takes no logout. */
  async address(connection: SignInConnectionEntity, hint: Record<string, string> | null): Promise<string | null> {
    const settings = settingsOf(connection);
    const to = logoutOf(settings);
    const { value, nameQualifier, sessionIndex = null } = hint ?? {};
    if (!settings.signOutThere || !to || !value || !nameQualifier) return null;
    const subject = { value, nameQualifier, sessionIndex };
    return logoutRequest(await this.exchange.sender(connection.id), to, { id: newId(), relayState: '', subject });
  }

  /** Takes a logout message and answers where the browser goes: to the provider with our answer, or to our sign-in page. */
  async handle(id: string, message: LogoutMessage): Promise<string> {
    const connection = await this.offered.find(id);
    if (connection?.kind !== 'saml') return this.failed.path({}, new Error('A logout came to no SAML connection'));
    try {
      const logout = this.verified(connection, message);
      return logout.kind === 'request' ? await this.end(connection, logout) : '/login';
    } catch (error) {
      return this.failed.path({ connection }, error instanceof SamlRefusal ? refusedBy(error) : error);
    }
  }

  private verified(connection: SignInConnectionEntity, message: LogoutMessage): VerifiedLogout {
    const settings = settingsOf(connection);
    const { logoutUrl } = this.addresses.of(connection.id);
    const issuer = settings.entityId ?? '';
    return verifyLogout(message, { issuer, trust: trustOf(settings), logoutUrl, now: new Date() });
  }

  /** Ends what the provider names: its session, or all sessions of the person where it names none. */
  private async end(connection: SignInConnectionEntity, logout: LogoutRequest): Promise<string> {
    const first = await this.oneUse.claim(`saml logout ${connection.id}`, logout.id, logout.rememberUntil);
    if (!first) throw new SamlRefusal('assertion.replayed');
    const subject = subjectKey(logout.subject);
    const sessions = logout.sessionIndexes.length > 0 ? logout.sessionIndexes : [null];
    for (const providerSession of sessions) await this.ends.end(connection, { subject, providerSession });
    const to = logoutOf(settingsOf(connection));
    if (!to) return '/login';
    const answer = { id: newId(), relayState: logout.relayState ?? '', answers: logout.id, success: true };
    return logoutResponse(await this.exchange.sender(connection.id), to, answer);
  }
}

const newId = (): string => `_${randomBytes(20).toString('hex')}`;
