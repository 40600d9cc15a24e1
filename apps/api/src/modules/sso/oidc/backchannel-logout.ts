import { Injectable } from '@nestjs/common';
import { Invalid, NotFound } from '../../../platform/errors';
import { OfferedConnections } from '../entering/offered-connections';
import { ProviderEndings } from '../entering/provider-endings';
import { Refusals } from '../entering/refusals';
import { SsoRefused } from '../entering/sso-refused';
import { LogoutTokens } from './logout-tokens';
import { subjectOf } from './oidc-claims';

const LONGEST = 16_000;

/** A provider says that somebody signed out there: their sessions here end with it. */
@Injectable()
export class BackChannelLogout {
  constructor(
    private readonly offered: OfferedConnections,
    private readonly tokens: LogoutTokens,
    private readonly ends: ProviderEndings,
    private readonly refusals: Refusals,
  ) {}

  async handle(id: string, token: unknown): Promise<void> {
    if (typeof token !== 'string' || token.length > LONGEST)
      throw Invalid.field('/logout_token', 'required', 'Send the logout token as a form field.');
    const connection = await this.offered.find(id);
    if (connection?.kind !== 'oidc') throw new NotFound('connection');
    try {
      const { peer, claims, providerSession } = await this.tokens.read(connection, token);
      // At Entra ID a person is known by tenant and object, which a logout token does not name; the session is.
      const named = claims.sub !== undefined && peer.settings.preset !== 'entra';
      const subject = named ? subjectOf(peer.settings, claims) : null;
      await this.ends.end(connection, { subject, providerSession });
    } catch (error) {
      if (!(error instanceof SsoRefused)) throw error;
      await this.refusals.note(connection, error);
      throw Invalid.field('/logout_token', error.reason, 'This logout token is not accepted.');
    }
  }
}
