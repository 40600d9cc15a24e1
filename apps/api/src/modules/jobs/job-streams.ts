import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RequestContext } from '../../platform/context';
import { EventStreams, type EventStream } from '../../platform/http/event-streams';
import { JobWatch } from '../../platform/jobs';
import type { JobDto } from './job.dto';
import { JobService } from './job.service';

/** Jobs as they change, to whoever may see them. */
@Injectable()
export class JobStreams {
  constructor(
    private readonly streams: EventStreams,
    private readonly watch: JobWatch,
    private readonly jobs: JobService,
    private readonly context: RequestContext,
  ) {}

  /** One job: how it is now, each change, and the end of the stream with the end of the job. */
  async ofJob(id: string, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    await this.jobs.get(id);
    const stream = this.streams.open(request, reply);
    await stream.inside(async () => {
      const stop = await this.watch.watch((change) => {
        if (change.id === id) void stream.inside(() => this.tell(stream, id));
      });
      stream.until(stop);
      await this.tell(stream, id);
    });
  }

  /** All one's own jobs: what was missed since `Last-Event-ID`, or those that have not ended, then each change. */
  async ofPerson(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { id: person } = this.context.actor;
    const stream = this.streams.open(request, reply);
    const since = momentOf(request.headers['last-event-id']);
    await stream.inside(async () => {
      const stop = await this.watch.watch(({ id, actorId }) => {
        if (actorId === person) void stream.inside(async () => send(stream, await this.jobs.get(id)));
      });
      stream.until(stop);
      for (const job of await this.jobs.changedSince(since)) send(stream, job);
    });
  }

  private async tell(stream: EventStream, id: string): Promise<void> {
    const job = await this.jobs.get(id);
    send(stream, job);
    if (job.finishedAt) stream.end();
  }
}

const send = (stream: EventStream, job: JobDto): void =>
  stream.send({ event: 'job', id: new Date(job.changedAt).toISOString(), data: job });

/** An id of ours is the moment of the change it told. */
function momentOf(id: string | string[] | undefined): string | null {
  const moment = typeof id === 'string' ? Date.parse(id) : Number.NaN;
  return Number.isNaN(moment) ? null : new Date(moment).toISOString().slice(0, 23).replace('T', ' ');
}
