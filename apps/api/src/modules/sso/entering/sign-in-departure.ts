import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { RequestContext } from '../../../platform/context';
import { Conflict, Unavailable } from '../../../platform/errors';
import type { SignInConnectionEntity } from '../connections/sign-in-connection.entity';
import type { OwnConnectionDto, ProviderAddressDto, SignOutAddressDto } from './entering.dto';
import { Knocks } from './knocks';
import { OfferedConnections } from './offered-connections';
import { OwnConnection } from './own-connection';
import { Refusals } from './refusals';
import type { NewAttempt } from './sign-in-attempts';
import { SignInStarts } from './sign-in-starts';
import { SsoRefused } from './sso-refused';

/** Sending people off to a provider, and telling them about the one they came from. */
@Injectable()
export class SignInDeparture {
  constructor(
    private readonly offered: OfferedConnections,
    private readonly starts: SignInStarts,
    private readonly mine: OwnConnection,
    private readonly refusals: Refusals,
    private readonly knocks: Knocks,
    private readonly context: RequestContext,
  ) {}

  async signIn(id: string, returnTo: string | null | undefined, reply: FastifyReply): Promise<ProviderAddressDto> {
    await this.knocks.count('start');
    return this.send(await this.offered.get(id), { purpose: 'sign_in', returnTo }, reply);
  }

  async own(): Promise<OwnConnectionDto> {
    const own = await this.mine.find();
    return {
      name: own?.connection.name ?? null,
      provesPresence: own ? await this.mine.mayProve(own.connection, '') : false,
      provesFactor: own ? await this.mine.mayProve(own.connection, 'factor') : false,
      localProof: await this.mine.localProof(),
    };
  }

  async stepUp(className: string, reply: FastifyReply): Promise<ProviderAddressDto> {
    const own = await this.mine.find();
    if (!own || !(await this.mine.mayProve(own.connection, className)))
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
