import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LINK_COOKIE, clearAttemptCookie, readAttemptCookie } from '../entering/attempt-cookie';
import { FailedReturns } from '../entering/failed-returns';
import { moveOn } from '../entering/interstitial';
import { OfferedConnections } from '../entering/offered-connections';
import { SignInAttempts } from '../entering/sign-in-attempts';
import { SignInReturns } from '../entering/sign-in-returns';
import { OidcExchange } from './oidc-exchange';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The way back from an OpenID Connect provider. */
@Injectable()
export class OidcReturn {
  constructor(
    private readonly offered: OfferedConnections,
    private readonly attempts: SignInAttempts,
    private readonly exchange: OidcExchange,
    private readonly returns: SignInReturns,
    private readonly failed: FailedReturns,
  ) {}

  /** Always answers a page that moves on; the attempt is used up before anybody is asked anything. */
  async handle(id: string, request: FastifyRequest, reply: FastifyReply): Promise<string> {
    const secret = readAttemptCookie(request, LINK_COOKIE);
    clearAttemptCookie(reply, LINK_COOKIE);
    return moveOn(reply, await this.path(id, { query: queryOf(request), secret }, reply));
  }

  private async path(
    id: string,
    { query, secret }: { query: string; secret: string | undefined },
    reply: FastifyReply,
  ): Promise<string> {
    const connection = UUID.test(id) ? await this.offered.find(id.toLowerCase()) : null;
    if (connection?.kind !== 'oidc') return this.failed.path({}, new Error('A provider came back to no connection'));
    try {
      const [state, ...more] = new URLSearchParams(query).getAll('state');
      const attempt = await this.attempts.claim(connection.id, more.length === 0 ? state : undefined, secret);
      const read = () => this.exchange.finish(connection, attempt, query);
      return await this.returns.take({ connection, attempt }, read, reply);
    } catch (error) {
      return this.failed.path({ connection }, error);
    }
  }
}

const queryOf = ({ url }: FastifyRequest): string => url.split('?').slice(1).join('?');
