import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { RateLimit } from '../../../platform/authorize';
import { RequestContext } from '../../../platform/context';
import { Conflict, TooMany, Unavailable } from '../../../platform/errors';
import type { SignInConnectionEntity } from '../connections/sign-in-connection.entity';
import type { OwnConnectionDto, ProviderAddressDto, SignOutAddressDto } from './entering.dto';
import { OfferedConnections } from './offered-connections';
import { OwnConnection } from './own-connection';
import { Refusals } from './refusals';
import type { NewAttempt } from './sign-in-attempts';
import { SignInStarts } from './sign-in-starts';
import { SsoRefused } from './sso-refused';

/** Each start is a row and perhaps a call: an office behind one address gets through, a flood does not. */
const STARTS = { limit: 120, periodSeconds: 60, burst: 60 };

/** Sending people off to a provider, and telling them about the one they came from. */
@Injectable()
export class SignInDeparture {
  constructor(
    private readonly offered: OfferedConnections,
    private readonly starts: SignInStarts,
    private readonly mine: OwnConnection,
    private readonly refusals: Refusals,
    private readonly limits: RateLimit,
    private readonly context: RequestContext,
  ) {}

  async signIn(id: string, returnTo: string | null | undefined, reply: FastifyReply): Promise<ProviderAddressDto> {
    const { allowed, retryAfterSeconds } = await this.limits.take(`sso start ${this.context.origin.ip}`, STARTS);
    if (!allowed)
      throw new TooMany(
        'sign_in.too_many',
        retryAfterSeconds,
        'Too many sign-ins were started from here. Wait a moment.',
      );
    return this.send(await this.offered.get(id), { purpose: 'sign_in', returnTo }, reply);
  }

  async own(): Promise<OwnConnectionDto> {
    const own = await this.mine.find();
    return {
      name: own?.connection.name ?? null,
      provesPresence: own ? await this.mine.mayProve(own.connection) : false,
      localProof: await this.mine.localProof(),
    };
  }

  async stepUp(className: string, reply: FastifyReply): Promise<ProviderAddressDto> {
    const own = await this.mine.find();
    if (!own || !(await this.mine.mayProve(own.connection)))
      throw new Conflict('step_up.not_there', { detail: 'Confirm with your own code or password instead.' });
    const { actor } = this.context;
    const who = { userId: actor.id, sessionId: actor.session?.id ?? null };
    return this.send(own.connection, { purpose: 'step_up', stepUpClass: className, ...who }, reply);
  }

  async link(id: string, reply: FastifyReply): Promise<ProviderAddressDto> {
    const { actor } = this.context;
    const who = { userId: actor.id, sessionId: actor.session?.id ?? null };
    return this.send(await this.offered.get(id), { purpose: 'link', ...who }, reply);
  }

  async signOut(): Promise<SignOutAddressDto> {
    return { location: await this.mine.signOutAddress() };
  }

  /** A provider that does not answer is the administrator's business: the person reads one sentence and a number. */
  private async send(
    connection: SignInConnectionEntity,
    attempt: Omit<NewAttempt, 'connectionId'>,
    reply: FastifyReply,
  ): Promise<ProviderAddressDto> {
    try {
      const { location } = await this.starts.start(connection, attempt, reply);
      return { location };
    } catch (error) {
      if (!(error instanceof SsoRefused)) throw error;
      await this.refusals.note(connection, error);
      throw new Unavailable(
        'connection.away',
        'This way of signing in does not work right now. Try again later, or tell your administrator the number below.',
      );
    }
  }
}
