import { Injectable } from '@nestjs/common';
import * as client from 'openid-client';
import { z } from 'zod';
import { Outgoing, withoutSecrets } from '../../../platform/outgoing';
import { ConnectionSecrets } from '../connections/connection-secrets';
import type { SignInConnectionEntity } from '../connections/sign-in-connection.entity';
import { SsoRefused } from '../entering/sso-refused';
import { PROVIDER_BYTES, providerFetch } from './provider-fetch';
import { explainOidc } from './oidc-problems';
import type { OidcSettings } from './oidc-config';

/** Signatures we accept: all of them asymmetric. */
export const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA', 'Ed25519'];
/** Clocks may differ by this much. */
export const SKEW_SECONDS = 60;
const FRESH_MS = 60 * 60_000;

/** A provider as it describes itself, ready to be talked to. */
export interface OidcPeer {
  settings: OidcSettings;
  metadata: client.ServerMetadata & { jwks_uri: string; authorization_endpoint: string };
  client: client.Configuration;
  /** Its words without the secret we prove ourselves with: some repeat the request they refuse. */
  hushed: (words: string) => string;
}

const web = z.url({ protocol: /^https?$/ });
const DOCUMENT = z.looseObject({
  issuer: z.string().min(1),
  authorization_endpoint: web,
  token_endpoint: web,
  jwks_uri: web,
  userinfo_endpoint: web.optional(),
  end_session_endpoint: web.optional(),
  id_token_signing_alg_values_supported: z.array(z.string()).optional(),
  authorization_response_iss_parameter_supported: z.boolean().optional(),
});

/** Providers, by what they say of themselves in their discovery document. */
@Injectable()
export class OidcProviders {
  private readonly known = new Map<string, { key: string; at: number; peer: OidcPeer }>();

  constructor(
    private readonly outgoing: Outgoing,
    private readonly secrets: ConnectionSecrets,
  ) {}

  /** The provider of a connection; read again after an hour, and after every change of the connection. */
  async of(connection: SignInConnectionEntity): Promise<OidcPeer> {
    const held = (await this.secrets.held([connection.id])).get(connection.id) ?? [];
    const key = JSON.stringify([connection.version, connection.config, held]);
    const known = this.known.get(connection.id);
    if (known?.key === key && Date.now() - known.at < FRESH_MS) return known.peer;
    const peer = await this.read(connection).catch((error: unknown) => {
      throw explainOidc(error);
    });
    this.known.set(connection.id, { key, at: Date.now(), peer });
    return peer;
  }

  /** Reads the discovery document now, whatever is known. */
  async read(connection: SignInConnectionEntity): Promise<OidcPeer> {
    const settings = connection.config as unknown as OidcSettings;
    if (!settings.issuer || !settings.clientId)
      throw new SsoRefused('address', 'The connection has no issuer or no client id yet.', '/oidc/issuer');
    const metadata = await this.discover(settings.issuer);
    const secret = (await this.secrets.open(connection.id, 'client-secret')) ?? '';
    const prove = settings.clientProof === 'post' ? client.ClientSecretPost(secret) : client.ClientSecretBasic(secret);
    const facts = { [client.clockTolerance]: SKEW_SECONDS };
    const configuration = new client.Configuration(metadata, settings.clientId, facts, prove);
    configuration[client.customFetch] = providerFetch(this.outgoing);
    configuration.timeout = 15;
    // Outgoing decides: plain HTTP reaches a program on this machine that an operator opened, and nothing else.
    if (new URL(settings.issuer).protocol === 'http:') client.allowInsecureRequests(configuration);
    return { settings, metadata, client: configuration, hushed: (words) => withoutSecrets(words, [secret]) };
  }

  private async discover(issuer: string): Promise<OidcPeer['metadata']> {
    const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const { status, body } = await this.outgoing.call('sso', address, { maxBytes: PROVIDER_BYTES });
    if (status !== 200)
      throw new SsoRefused(
        'not_found',
        `There is no discovery document at ${address} (status ${status}). Check the issuer${status === 404 ? ', also its path' : ''}.`,
        '/oidc/issuer',
      );
    const metadata = documentOf(body, address);
    if (metadata.issuer !== issuer)
      throw new SsoRefused(
        'issuer_mismatch',
        `The provider calls itself ${metadata.issuer}. Enter exactly that as the issuer.`,
        '/oidc/issuer',
      );
    requireSameScheme(issuer, metadata);
    return { ...metadata, id_token_signing_alg_values_supported: acceptedAlgorithms(metadata) };
  }
}

function documentOf(body: Buffer, address: string): OidcPeer['metadata'] {
  const parsed = DOCUMENT.safeParse(jsonOf(body));
  if (parsed.success) return parsed.data as OidcPeer['metadata'];
  const [issue] = parsed.error.issues;
  const where = issue?.path.length ? `: "${issue.path.join('.')}" is missing or no address` : '';
  throw new SsoRefused('malformed', `What is at ${address} is no discovery document${where}.`, '/oidc/issuer');
}

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** A provider spoken to over TLS does not send people or secrets over anything less. */
function requireSameScheme(issuer: string, metadata: client.ServerMetadata): void {
  if (issuer.startsWith('http:')) return;
  const plain = Object.entries(metadata).find(
    ([name, value]) => /_(?:endpoint|uri)$/.test(name) && typeof value === 'string' && value.startsWith('http:'),
  );
  if (plain)
    throw new SsoRefused('malformed', `The provider names an address without TLS: "${plain[0]}".`, '/oidc/issuer');
}

function acceptedAlgorithms({ id_token_signing_alg_values_supported: offered }: client.ServerMetadata): string[] {
  const accepted = (offered ?? ['RS256']).filter((one) => ALGORITHMS.includes(one));
  if (accepted.length > 0) return accepted;
  throw new SsoRefused(
    'algorithm_refused',
    `The provider signs with ${(offered ?? []).join(', ').slice(0, 100) || 'nothing'} only. Let it sign with RS256, PS256, ES256 or EdDSA.`,
    '/oidc/issuer',
  );
}
