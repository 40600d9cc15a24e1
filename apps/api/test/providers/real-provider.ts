import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair } from 'jose';
import Provider, { type Configuration, type KoaContextWithOIDC } from 'oidc-provider';

/** Somebody with an account at the provider; `login` is what they type. */
export interface ProviderPerson {
  login: string;
  email: string;
  name: string;
  groups?: readonly string[];
  amr?: readonly string[];
}

/** Where the product under test is, as the provider is told. */
export interface RelyingParty {
  redirectUri: string;
  backchannelLogoutUri?: string;
  signedOutUri?: string;
}

/** A certified OpenID Connect provider (npm oidc-provider) on loopback, with a sign-in page of one field. */
export class RealProvider {
  readonly clientId = 'st0r';
  readonly clientSecret = randomBytes(24).toString('base64url');

  private constructor(
    private readonly server: Server,
    readonly issuer: string,
  ) {}

  static async start(people: readonly ProviderPerson[]): Promise<RealProvider> {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((done) => server.once('listening', done));
    const provider = new RealProvider(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    provider.people = people;
    return provider;
  }

  private people: readonly ProviderPerson[] = [];

  /** Registers the product; the provider answers from then on. */
  async register(party: RelyingParty): Promise<void> {
    const { privateKey } = await generateKeyPair('RS256', { extractable: true });
    const key = { ...(await exportJWK(privateKey)), use: 'sig', alg: 'RS256', kid: 'k1' };
    const provider = new Provider(this.issuer, this.configuration(party, key));
    this.server.removeAllListeners('request');
    const app = provider.callback();
    this.server.on('request', (request, response) => {
      const [, uid, act] = /^\/interaction\/([\w-]+)(\/login)?/.exec(request.url ?? '') ?? [];
      if (!uid) return void app(request, response);
      if (!act) return void response.writeHead(200, { 'content-type': 'text/html' }).end(signInPage(uid));
      let form = '';
      request.on('data', (chunk: Buffer) => (form += chunk.toString()));
      request.on('end', () => {
        const login = new URLSearchParams(form).get('login') ?? '';
        const person = this.people.find((one) => one.login === login);
        const result = person
          ? { login: { accountId: login, amr: [...(person.amr ?? ['pwd'])] } }
          : { error: 'access_denied', error_description: 'Unknown person' };
        void provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
      });
    });
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  private configuration(party: RelyingParty, key: object): Configuration {
    return {
      clients: [
        {
          client_id: this.clientId,
          client_secret: this.clientSecret,
          redirect_uris: [party.redirectUri],
          response_types: ['code'],
          grant_types: ['authorization_code'],
          ...(party.signedOutUri ? { post_logout_redirect_uris: [party.signedOutUri] } : {}),
          ...(party.backchannelLogoutUri
            ? { backchannel_logout_uri: party.backchannelLogoutUri, backchannel_logout_session_required: true }
            : {}),
        },
      ],
      jwks: { keys: [key] } as never,
      cookies: { keys: [randomBytes(16).toString('hex')] },
      claims: {
        openid: ['sub', 'amr', 'auth_time'],
        email: ['email', 'email_verified'],
        profile: ['name'],
        groups: ['groups'],
        acr: null,
        iss: null,
        sid: null,
      },
      scopes: ['openid', 'profile', 'email', 'groups'],
      conformIdTokenClaims: false,
      pkce: { required: () => true },
      features: { devInteractions: { enabled: false }, backchannelLogout: { enabled: true } },
      interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
      findAccount: (_context, id) => this.account(id),
      loadExistingGrant: (context) => grantEverything(context),
      ttl: { AccessToken: 300, AuthorizationCode: 60, IdToken: 300, Interaction: 600, Session: 3600, Grant: 3600 },
    };
  }

  private account(id: string) {
    const person = this.people.find(({ login }) => login === id);
    if (!person) return undefined;
    const { email, name, groups = [] } = person;
    return { accountId: id, claims: () => ({ sub: id, email, email_verified: true, name, groups: [...groups] }) };
  }
}

/** Nobody is asked for consent: an administrator gave it for everybody. */
async function grantEverything(context: KoaContextWithOIDC) {
  const { client, session, provider } = context.oidc;
  const grant = new provider.Grant({ clientId: client?.clientId, accountId: session?.accountId });
  grant.addOIDCScope('openid profile email groups');
  await grant.save();
  return grant;
}

const signInPage = (uid: string): string =>
  `<!doctype html><html lang="en"><title>Provider</title><form method="post" action="/interaction/${uid}/login">
   <label>Account <input name="login" autofocus></label> <button>Sign in at the provider</button></form></html>`;
