import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { JobDto } from './job.dto';
import { JobService } from './job.service';

/** Answers a request whose work became a job. */
@Injectable()
export class JobAnswers {
  constructor(private readonly jobs: JobService) {}

  /** 202 with the job and where to look. */
  async accepted(id: string, reply: FastifyReply): Promise<JobDto> {
    void reply.status(202).header('location', `/api/v1/jobs/${id}`);
    return this.jobs.get(id);
  }
}
