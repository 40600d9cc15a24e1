import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../authorize';
import { Readiness, type Standing } from './readiness';

const WHY = 'supervisors ask before anybody can sign in';

/** Answers for supervisors: alive, started with the schema it needs, and ready, with reasons. */
@ApiExcludeController()
@Controller({ path: 'health' })
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  @Get('live')
  @Public(WHY)
  live(): object {
    return { status: 'alive' };
  }

  @Get('startup')
  @Public(WHY)
  async startup(@Res({ passthrough: true }) reply: FastifyReply): Promise<Standing> {
    return said(await this.readiness.startup(), reply);
  }

  @Get('ready')
  @Public(WHY)
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Standing> {
    return said(await this.readiness.ready(), reply);
  }
}

function said(standing: Standing, reply: FastifyReply): Standing {
  void reply.status(standing.status === 'ready' ? 200 : 503);
  return standing;
}
