import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { RequestContext } from '../../../platform/context';
import { Invalid } from '../../../platform/errors';
import { SignInStarts } from '../entering/sign-in-starts';
import { SsoRefused } from '../entering/sso-refused';
import { ConnectionHealth } from './connection-health';
import { ConnectionKinds } from './connection-kinds';
import type { ConnectionCheckDto, ConnectionTestDto, ConnectionTestStartDto } from './connection-test.dto';
import { ConnectionTests } from './connection-tests';
import type { SignInConnectionEntity } from './sign-in-connection.entity';
import { SignInConnectionService } from './sign-in-connection.service';

const WORKS: ConnectionCheckDto = { works: true, reason: null, sentence: null, pointer: null };

/** What an administrator tries out; every failure comes back as a sentence that names the setting. */
@Injectable()
export class ConnectionTrials {
  constructor(
    private readonly connections: SignInConnectionService,
    private readonly kinds: ConnectionKinds,
    private readonly starts: SignInStarts,
    private readonly tests: ConnectionTests,
    private readonly health: ConnectionHealth,
    private readonly context: RequestContext,
  ) {}

  async check(id: string): Promise<ConnectionCheckDto> {
    const connection = await this.connections.entity(id);
    try {
      await this.kinds.of(connection.kind).check(connection);
      return WORKS;
    } catch (error) {
      if (!(error instanceof SsoRefused)) throw error;
      await this.health.noteProblem(connection.id, error);
      const { reason, sentence, pointer } = error;
      return { works: false, reason, sentence, pointer };
    }
  }

  async start(id: string, reply: FastifyReply): Promise<ConnectionTestStartDto> {
    const connection = await this.connections.entity(id);
    const { actor } = this.context;
    const who = { userId: actor.id, sessionId: actor.session?.id ?? null };
    try {
      return await this.starts.start(connection, { purpose: 'test', ...who }, reply);
    } catch (error) {
      throw await this.explained(connection, error);
    }
  }

  outcome(id: string, testId: string): Promise<ConnectionTestDto> {
    return this.tests.outcome(id, testId, this.context.actor.id);
  }

  private async explained({ id }: SignInConnectionEntity, error: unknown): Promise<unknown> {
    if (!(error instanceof SsoRefused)) return error;
    await this.health.noteProblem(id, error);
    return Invalid.field(error.pointer ?? '', error.reason, error.sentence);
  }
}
