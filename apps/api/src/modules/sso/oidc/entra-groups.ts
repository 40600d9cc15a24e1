import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Outgoing } from '../../../platform/outgoing';
import { ConnectionSecrets } from '../connections/connection-secrets';
import { SsoRefused } from '../entering/sso-refused';
import type { OidcSettings } from './oidc-config';

const TOKEN = z.looseObject({ access_token: z.string() });
const GROUPS = z.looseObject({ value: z.array(z.string()).max(20_000) });
const PAGE_BYTES = 4 * 1024 * 1024;

/** Whose groups to ask for. */
export interface EntraPerson {
  connectionId: string;
  settings: OidcSettings;
  objectId: string;
}

/** Groups of a person at Entra ID beyond the 200 a token holds, from Microsoft Graph, as the application itself. */
@Injectable()
export class EntraGroups {
  constructor(
    private readonly outgoing: Outgoing,
    private readonly secrets: ConnectionSecrets,
  ) {}

  /** Every group, nested ones included; throws SsoRefused rather than answering a part of them. */
  async of({ connectionId, settings, objectId }: EntraPerson): Promise<string[]> {
    const token = await this.token(connectionId, settings);
    const address = `${settings.graph}/v1.0/users/${encodeURIComponent(objectId)}/getMemberGroups`;
    const { status, body } = await this.outgoing.call('sso', address, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ securityEnabledOnly: false }),
      maxBytes: PAGE_BYTES,
    });
    const found = status === 200 ? GROUPS.safeParse(parsed(body)) : undefined;
    if (found?.success) return found.data.value;
    throw incomplete(
      status === 403
        ? 'Microsoft Graph refuses to list the groups: give the application the permission GroupMember.Read.All, with admin consent.'
        : `Microsoft Graph did not list the groups (status ${status}).`,
    );
  }

  private async token(connectionId: string, { authority, tenantId, clientId, graph }: OidcSettings): Promise<string> {
    const secret = (await this.secrets.open(connectionId, 'client-secret')) ?? '';
    const { status, body } = await this.outgoing.call('sso', `${authority}/${tenantId}/oauth2/v2.0/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: clientId ?? '',
        client_secret: secret,
        scope: `${graph}/.default`,
      }).toString(),
    });
    const answer = TOKEN.safeParse(parsed(body));
    if (status === 200 && answer.success) return answer.data.access_token;
    throw incomplete(`Entra ID gives the application no token for Microsoft Graph (status ${status}).`);
  }
}

const incomplete = (why: string): SsoRefused =>
  new SsoRefused('groups_incomplete', `The person is in more groups than a token holds. ${why}`, '/oidc/groupOverflow');

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
