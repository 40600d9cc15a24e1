import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { readPrefer } from '../../platform/http';
import { JobWait } from '../../platform/jobs';
import type { JobDto } from './job.dto';
import { JobService } from './job.service';

/** Answers a request whose work became a job. Call it after the unit of work has committed. */
@Injectable()
export class JobAnswers {
  constructor(
    private readonly jobs: JobService,
    private readonly waiting: JobWait,
  ) {}

  /** 202 with the job and where to look; with `Prefer: wait=N` as it is when it has ended, or after so long. */
  async accepted(id: string, request: FastifyRequest, reply: FastifyReply): Promise<JobDto> {
    const { waitSeconds } = readPrefer(request.headers.prefer as string | undefined);
    if (waitSeconds) await this.waiting.untilEnded(id, waitSeconds);
    void reply.status(202).header('location', `/api/v1/jobs/${id}`);
    return this.jobs.get(id);
  }
}
