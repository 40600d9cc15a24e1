import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SignInConnectionEntity } from '../../connections/sign-in-connection.entity';
import { FORM_COOKIE, clearAttemptCookie, readAttemptCookie } from '../../entering/attempt-cookie';
import { FailedReturns } from '../../entering/failed-returns';
import { moveOn } from '../../entering/interstitial';
import { OfferedConnections } from '../../entering/offered-connections';
import { SignInAttempts, type ClaimedAttempt } from '../../entering/sign-in-attempts';
import { SignInReturns, type Returned } from '../../entering/sign-in-returns';
import { SignInStarts } from '../../entering/sign-in-starts';
import { SamlRefusal } from '../refusal';
import { refusedBy } from '../refusal.reasons';
import { answeredRequest } from '../response/answered-request';
import { SamlExchange, settingsOf } from './saml-exchange';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The form a provider has the browser post to us. */
export interface PostedAnswer {
  SAMLResponse?: string;
  RelayState?: string;
}

/** The way back from a SAML provider. */
@Injectable()
export class SamlReturn {
  constructor(
    private readonly offered: OfferedConnections,
    private readonly attempts: SignInAttempts,
    private readonly exchange: SamlExchange,
    private readonly returns: SignInReturns,
    private readonly failed: FailedReturns,
    private readonly starts: SignInStarts,
  ) {}

  /** Always answers a page that moves on; the attempt is used up before anything of the message is read. */
  async handle(
    id: string,
    { request, body }: { request: FastifyRequest; body: PostedAnswer },
    reply: FastifyReply,
  ): Promise<string> {
    const secret = readAttemptCookie(request, FORM_COOKIE);
    clearAttemptCookie(reply, FORM_COOKIE);
    const connection = UUID.test(id) ? await this.offered.find(id.toLowerCase()) : null;
    if (connection?.kind !== 'saml')
      return moveOn(reply, await this.failed.path({}, new Error('A provider came back to no SAML connection')));
    return moveOn(reply, await this.path(connection, { body, secret }, reply));
  }

  private async path(
    connection: SignInConnectionEntity,
    { body, secret }: { body: PostedAnswer; secret: string | undefined },
    reply: FastifyReply,
  ): Promise<string> {
    try {
      const begun = secret === undefined && settingsOf(connection).providerInitiated;
      const attempt = begun ? undefined : await this.claim(connection, body, secret);
      return await this.take({ connection, attempt }, body, reply);
    } catch (error) {
      return this.failed.path({ connection }, explained(error));
    }
  }

  /** Without a cookie of ours and a state of ours nobody asked here. */
  private async claim(
    { id }: SignInConnectionEntity,
    { RelayState }: PostedAnswer,
    secret: string | undefined,
  ): Promise<ClaimedAttempt> {
    if (secret === undefined && !RelayState) throw new SamlRefusal('request.unsolicited', { part: 'Response' });
    return this.attempts.claim(id, RelayState, secret);
  }

  private async take(
    { connection, attempt }: { connection: SignInConnectionEntity; attempt?: ClaimedAttempt },
    { SAMLResponse: posted }: PostedAnswer,
    reply: FastifyReply,
  ): Promise<string> {
    const returned = await this.read(connection, posted, attempt);
    if (returned instanceof SamlRefusal && returned.code === 'sign_in.old' && attempt?.purpose === 'sign_in')
      return this.again(connection, attempt, reply);
    const read = (): Promise<Returned> =>
      returned instanceof SamlRefusal ? Promise.reject(refusedBy(returned)) : Promise.resolve(returned);
    return this.returns.take({ connection, attempt: attempt ?? nobodys(connection) }, read, reply);
  }

  private async read(
    connection: SignInConnectionEntity,
    posted: string | undefined,
    attempt?: ClaimedAttempt,
  ): Promise<Returned | SamlRefusal> {
    try {
      return await this.exchange.finish(connection, { posted, answers: answeredRequest(posted) }, attempt);
    } catch (error) {
      if (error instanceof SamlRefusal) return error;
      throw error;
    }
  }

  /** A session at the provider may be older than we accept: the person is sent back once, to show who they are. */
  private async again(
    connection: SignInConnectionEntity,
    { returnTo }: ClaimedAttempt,
    reply: FastifyReply,
  ): Promise<string> {
    return (await this.starts.start(connection, { purpose: 'sign_in', returnTo, afresh: true }, reply)).location;
  }
}

const explained = (error: unknown): unknown => (error instanceof SamlRefusal ? refusedBy(error) : error);

/** Where the provider began, nobody asked for anything: no return, no deep link. */
const nobodys = ({ id: connectionId }: SignInConnectionEntity): ClaimedAttempt => ({
  id: '',
  connectionId,
  purpose: 'sign_in',
  userId: null,
  sessionId: null,
  stepUpClass: null,
  returnTo: '/',
  createdAt: new Date(),
  value: () => '',
});
