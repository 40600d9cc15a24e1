import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../authorize';
import { Statements } from '../database';
import { SealWatch } from '../events';
import { PlatformKeys } from '../keys';

/** Answers for supervisors: alive, and ready with reasons. */
@ApiExcludeController()
@Controller({ path: 'health' })
export class HealthController {
  constructor(
    private readonly statements: Statements,
    private readonly keys: PlatformKeys,
    private readonly seals: SealWatch,
  ) {}

  @Get('live')
  @Public('supervisors ask before anybody can sign in')
  live(): object {
    return { status: 'alive' };
  }

  @Get('ready')
  @Public('supervisors ask before anybody can sign in')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    const database = await this.database();
    const audit = database === 'ok' && !this.keys.sealedBecause ? (await this.seals.troubles()).join(' ') : '';
    const checks = { database, keys: this.keys.sealedBecause ?? 'ok', audit: audit || 'ok' };
    const status = this.keys.sealedBecause ? 'sealed' : checks.database === 'ok' ? 'ready' : 'not ready';
    void reply.status(status === 'ready' ? 200 : 503);
    return { status, checks };
  }

  private async database(): Promise<string> {
    try {
      await this.statements.run('SELECT 1');
      return 'ok';
    } catch {
      return 'The database is not answering.';
    }
  }
}
