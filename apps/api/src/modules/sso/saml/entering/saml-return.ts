import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SignInConnectionEntity } from '../../connections/sign-in-connection.entity';
import { FORM_COOKIE, clearAttemptCookie, readAttemptCookie } from '../../entering/attempt-cookie';
import { FailedReturns } from '../../entering/failed-returns';
import { moveOn } from '../../entering/interstitial';
import { OfferedConnections } from '../../entering/offered-connections';
import type { ClaimedAttempt } from '../../entering/sign-in-attempts';
import { SignInReturns, type Returned } from '../../entering/sign-in-returns';
import { SignInStarts } from '../../entering/sign-in-starts';
import { SamlRefusal } from '../refusal';
import { refusedBy } from '../refusal.reasons';
import { SamlAnswers, type PostedAnswer } from './saml-answers';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The way back from a SAML provider. */
@Injectable()
export class SamlReturn {
  constructor(
    private readonly offered: OfferedConnections,
    private readonly answers: SamlAnswers,
    private readonly returns: SignInReturns,
    private readonly failed: FailedReturns,
    private readonly starts: SignInStarts,
  ) {}

  /** Always answers a page that moves on; the attempt is used up before the message is believed in anything. */
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
      const attempt = await this.answers.attemptOf(connection, body, secret);
      return await this.take({ connection, attempt }, body, reply);
    } catch (error) {
      return this.failed.path({ connection }, error instanceof SamlRefusal ? refusedBy(error) : error);
    }
  }

  private async take(
    { connection, attempt }: { connection: SignInConnectionEntity; attempt?: ClaimedAttempt },
    body: PostedAnswer,
    reply: FastifyReply,
  ): Promise<string> {
    const returned = await this.answers.read(connection, body, attempt);
    const refused = returned instanceof SamlRefusal ? returned : undefined;
    if (refused?.code === 'sign_in.old' && attempt?.purpose === 'sign_in')
      return this.again(connection, attempt, reply);
    const read = (): Promise<Returned> =>
      refused ? Promise.reject(refusedBy(refused)) : Promise.resolve(returned as Returned);
    return this.returns.take({ connection, attempt: attempt ?? nobodys(connection) }, read, reply);
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
