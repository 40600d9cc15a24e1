import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { exportJWK, generateKeyPair } from 'jose';
import { Provider } from 'oidc-provider';

/** A certified OpenID Connect provider (npm oidc-provider) on loopback, with a sign-in page of one field. */
export class RealProvider {
  clientId = 'st0r';
  clientSecret = randomBytes(24).toString('base64url');

  /** Starts to listen; it knows `people` and answers once the product is registered. */
  static async start(people) {
    const provider = new RealProvider();
    provider.people = people;
    provider.server = createServer().listen(0, '127.0.0.1');
    await new Promise((done) => provider.server.once('listening', done));
    provider.issuer = `http://127.0.0.1:${provider.server.address().port}`;
    return provider;
  }

  /** Tells the provider where the product under test is. */
  async register(party) {
    const { privateKey } = await generateKeyPair('RS256', { extractable: true });
    const key = { ...(await exportJWK(privateKey)), use: 'sig', alg: 'RS256', kid: 'k1' };
    const provider = new Provider(this.issuer, configuration(this, party, key));
    const handle = provider.callback();
    this.server.removeAllListeners('request');
    this.server.on('request', (request, response) => {
      const [, uid, act] = /^\/interaction\/([\w-]+)(\/login)?/.exec(request.url ?? '') ?? [];
      if (!uid) void handle(request, response);
      else if (act) void this.#signIn(provider, request, response);
      else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(signInPage(uid));
    });
  }

  async stop() {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  async #signIn(provider, request, response) {
    let form = '';
    for await (const chunk of request) form += chunk;
    const login = new URLSearchParams(form).get('login') ?? '';
    const person = this.people.find((one) => one.login === login);
    const result = person
      ? { login: { accountId: login, amr: [...(person.amr ?? ['pwd'])] } }
      : { error: 'access_denied', error_description: 'Unknown person' };
    await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  }
}

function configuration({ clientId, clientSecret, people }, party, key) {
  const client = {
    client_id: clientId,
    client_secret: clientSecret,
    redirect_uris: [party.redirectUri],
    response_types: ['code'],
    grant_types: ['authorization_code'],
    ...(party.signedOutUri ? { post_logout_redirect_uris: [party.signedOutUri] } : {}),
  };
  return {
    clients: [client],
    jwks: { keys: [key] },
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
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, id) => accountOf(people, id),
    loadExistingGrant,
    ttl: { AccessToken: 300, AuthorizationCode: 60, IdToken: 300, Interaction: 600, Session: 3600, Grant: 3600 },
  };
}

function accountOf(people, id) {
  const person = people.find(({ login }) => login === id);
  if (!person) return undefined;
  const { email, name, groups = [] } = person;
  return { accountId: id, claims: () => ({ sub: id, email, email_verified: true, name, groups: [...groups] }) };
}

/** Nobody is asked for consent: an administrator gave it for everybody. */
async function loadExistingGrant({ oidc: { client, session, provider } }) {
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid profile email groups');
  await grant.save();
  return grant;
}

const signInPage = (uid) =>
  `<!doctype html><html lang="en"><title>Provider</title><form method="post" action="/interaction/${uid}/login">
   <label>Account <input name="login" autofocus></label> <button>Sign in at the provider</button></form></html>`;
