import { Injectable } from '@nestjs/common';
import { createLocalJWKSet, errors, type CryptoKey, type JSONWebKeySet, type JWTHeaderParameters } from 'jose';
import { Outgoing } from '../../../platform/outgoing';
import { SsoRefused } from '../entering/sso-refused';
import { PROVIDER_BYTES } from './provider-fetch';

const FRESH_MS = 60 * 60_000;
/** A key nobody knows makes us look again at most this often: a flood of them costs the provider one request. */
const AGAIN_MS = 60_000;

interface Known {
  jwks: JSONWebKeySet;
  at: number;
  lookedAgainAt: number;
}

/** The keys providers sign with, kept for an hour, and looked up once more when a token names one we do not know. */
@Injectable()
export class SigningKeys {
  private readonly known = new Map<string, Known>();
  private readonly loading = new Map<string, Promise<Known>>();

  constructor(private readonly outgoing: Outgoing) {}

  async keyFor(address: string, header: JWTHeaderParameters): Promise<CryptoKey> {
    const known = this.known.get(address);
    const keys =
      known && Date.now() - known.at < FRESH_MS ? known : await this.load(address, known?.lookedAgainAt ?? 0);
    const key = await matching(keys.jwks, header);
    if (key) return key;
    if (Date.now() - keys.lookedAgainAt < AGAIN_MS) throw unknownKey();
    const again = await matching((await this.load(address, Date.now())).jwks, header);
    if (!again) throw unknownKey();
    return again;
  }

  /** Throws SsoRefused when there are no keys at this address. */
  async check(address: string): Promise<void> {
    await this.load(address, this.known.get(address)?.lookedAgainAt ?? 0);
  }

  private load(address: string, lookedAgainAt: number): Promise<Known> {
    const running = this.loading.get(address);
    if (running) return running;
    const work = this.fetch(address)
      .then((jwks) => {
        const known = { jwks, at: Date.now(), lookedAgainAt };
        this.known.set(address, known);
        return known;
      })
      .finally(() => this.loading.delete(address));
    this.loading.set(address, work);
    return work;
  }

  private async fetch(address: string): Promise<JSONWebKeySet> {
    const { status, body } = await this.outgoing.call('sso', address, { maxBytes: PROVIDER_BYTES });
    const jwks = status === 200 ? keysOf(body) : undefined;
    if (jwks) return jwks;
    throw new SsoRefused('malformed', `There are no signing keys at ${address} (status ${status}).`, '/oidc/issuer');
  }
}

function keysOf(body: Buffer): JSONWebKeySet | undefined {
  try {
    const value = JSON.parse(body.toString('utf8')) as JSONWebKeySet;
    return Array.isArray(value.keys) && value.keys.length > 0 ? value : undefined;
  } catch {
    return undefined;
  }
}

async function matching(jwks: JSONWebKeySet, header: JWTHeaderParameters): Promise<CryptoKey | undefined> {
  try {
    return await createLocalJWKSet(jwks)(header, { payload: '', signature: '' });
  } catch (error) {
    if (error instanceof errors.JWKSNoMatchingKey) return undefined;
    if (error instanceof errors.JWKSMultipleMatchingKeys)
      throw new SsoRefused(
        'key_unknown',
        'The token does not say which of the provider’s keys signed it ("kid").',
        '/oidc/issuer',
      );
    throw new SsoRefused('malformed', 'The provider’s signing keys cannot be read.', '/oidc/issuer', { cause: error });
  }
}

const unknownKey = (): SsoRefused =>
  new SsoRefused('key_unknown', 'The token is signed with a key the provider does not publish.', '/oidc/issuer');
