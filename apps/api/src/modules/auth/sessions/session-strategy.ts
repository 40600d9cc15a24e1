import { Inject, Injectable, Optional } from '@nestjs/common';
import { API_KEY_MARK } from '@st0r/crypto';
import type { FastifyRequest } from 'fastify';
import { KEY_DOOR, SIGHT_DOOR, type KeyDoor, type SightDoor } from '../../../platform/authorize';
import type { Actor } from '../../../platform/context';
import { Invalid, Unauthenticated } from '../../../platform/errors';
import type { SessionStrategy } from '../../../platform/http';
import { GrantReader } from '../../access';
import { SignInSettings } from '../sign-in/sign-in-settings';
import { AccessToken } from './access-token';
import { ACCESS_COOKIE } from './session-cookies';
import { SessionStore, type SessionRow } from './session-store';

/** `last_seen_at` is written at most this often. */
const TOUCH_MS = 60_000;

/** Names the person behind a request: a signed pointer, then one read that sees every revocation at once. */
@Injectable()
export class HouseSessionStrategy implements SessionStrategy {
  constructor(
    private readonly tokens: AccessToken,
    private readonly sessions: SessionStore,
    private readonly grants: GrantReader,
    private readonly settings: SignInSettings,
    @Inject(SIGHT_DOOR) private readonly sights: SightDoor,
    @Optional() @Inject(KEY_DOOR) private readonly keys?: KeyDoor,
  ) {}

  async authenticate(request: FastifyRequest): Promise<Actor | undefined> {
    const token = tokenOf(request);
    if (!token) return undefined;
    if (this.keys && token.startsWith(API_KEY_MARK)) return this.keys.admit(token, request);
    const { sid } = await this.tokens.open('session', token);
    const row = sid ? await this.sessions.find(sid) : undefined;
    if (!row) throw new Unauthenticated('session.unknown');
    await this.requireAlive(row);
    return this.actorOf(row);
  }

  /** A stream that is open counts as nobody's work: the session runs idle as if it were not there. */
  async recheck(actor: Actor, request: FastifyRequest): Promise<Actor> {
    const row = actor.session && (await this.sessions.find(actor.session.id));
    if (row) {
      await this.requireAlive(row, 'unseen');
      return this.actorOf(row);
    }
    const again = await this.authenticate(request);
    if (!again) throw new Unauthenticated();
    return again;
  }

  /** The actor of a session row. */
  async actorOf(row: SessionRow): Promise<Actor> {
    const actor: Actor = {
      type: 'user',
      id: row.userId,
      name: row.name,
      platformAdmin: Number(row.platformAdmin) === 1,
      rightsEpoch: Number(row.authzEpoch),
      grants: await this.grants.read(row.userId, row.authzEpoch, new Date().toISOString().slice(0, 10)),
      session: {
        id: row.id,
        scope: row.scope,
        amr: JSON.parse(row.amr) as string[],
        authenticatedAt: utc(row.authenticatedAt),
        steppedUp: JSON.parse(row.steppedUp) as Record<string, number>,
        interactive: Number(row.interactive) === 1,
      },
    };
    return Number(row.sight) === 1 ? this.sights.through(actor) : actor;
  }

  private async requireAlive(row: SessionRow, use: 'seen' | 'unseen' = 'seen'): Promise<void> {
    const { idleMinutes } = await this.settings.read();
    const now = Date.now();
    const idle = now - utc(row.lastSeenAt).getTime();
    if (row.revokedAt) throw new Unauthenticated('session.revoked', 'This session was ended. Sign in again.');
    if (row.state !== 'active') throw new Unauthenticated('session.disabled', 'This account is not active.');
    if (utc(row.expiresAt).getTime() <= now || idle > idleMinutes * 60_000)
      throw new Unauthenticated('session.expired', 'Your session has ended. Sign in again.');
    if (use === 'seen' && idle > TOUCH_MS) await this.sessions.touch(row.id);
  }
}

function tokenOf(request: FastifyRequest): string | undefined {
  const { authorization } = request.headers;
  const cookie = (request as { cookies?: Record<string, string | undefined> }).cookies?.[ACCESS_COOKIE];
  if (authorization && cookie)
    throw new Invalid('auth.two_proofs', { detail: 'Send a session cookie or an Authorization header, not both.' });
  if (cookie) return cookie;
  if (!authorization) return undefined;
  const [, token] = /^Bearer ([\w.-]+)$/.exec(authorization) ?? [];
  if (!token) throw new Unauthenticated('auth.malformed', 'The Authorization header takes "Bearer" and a token.');
  return token;
}

const utc = (text: string): Date => new Date(`${text.replace(' ', 'T')}Z`);
