import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RequestContext, type Actor } from '../context';
import { TooMany } from '../errors';
import { SECURITY_HEADERS } from './headers';
import { Log } from './log';
import { originOf } from './origin';
import { SESSION_STRATEGY, type SessionStrategy } from './session-strategy';

/** Rights are read again this often, so a stream ends within five seconds of a revocation. */
const RECHECK_MS = 3000;
/** A sign of life, so that proxies keep the connection. */
const BEAT_MS = 15_000;
/** Then the client comes back by itself, through whichever node and proxy are there now. */
const LONGEST_MS = 30 * 60_000;
const MOST_PER_PERSON = 20;
/** Who reads so slowly is cut off; coming back costs one look at what was missed. */
const MOST_WAITING_BYTES = 1024 * 1024;

/** One message of a stream. */
export interface StreamEvent {
  readonly event: string;
  readonly id: string;
  readonly data: object;
}

interface Parts {
  reply: FastifyReply;
  request: FastifyRequest;
  actor: Actor;
  context: RequestContext;
}

/** One open stream of server-sent events, in the name of the person who opened it. */
export class EventStream {
  private readonly endings: (() => void)[] = [];
  private ended = false;
  private turn = Promise.resolve();

  constructor(private readonly parts: Parts) {}

  get actor(): Actor {
    return this.parts.actor;
  }
  get request(): FastifyRequest {
    return this.parts.request;
  }

  /** Takes over the answer and writes its head. */
  begin(): void {
    const { reply } = this.parts;
    reply.hijack();
    reply.raw.writeHead(200, {
      ...SECURITY_HEADERS,
      'x-request-id': this.request.id,
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      // nginx would collect events until its buffer is full.
      'x-accel-buffering': 'no',
    });
    reply.raw.write('retry: 2000\n\n');
    reply.raw.once('close', () => this.end());
    const beat = setInterval(() => this.write(':\n\n'), BEAT_MS);
    const longest = setTimeout(() => this.end(), LONGEST_MS);
    this.until(() => clearInterval(beat));
    this.until(() => clearTimeout(longest));
  }

  send({ event, id, data }: StreamEvent): void {
    this.write(`event: ${event}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  /** Calls `ending` when the stream ends. */
  until(ending: () => void): void {
    if (this.ended) ending();
    else this.endings.push(ending);
  }

  end(): void {
    if (this.ended) return;
    this.ended = true;
    for (const ending of this.endings) ending();
    this.parts.reply.raw.end();
  }

  /** From now on somebody with these rights reads. */
  become(actor: Actor): void {
    this.parts.actor = actor;
  }

  /** Runs `work` as the person who reads, one after the other, so that what is told last is newest; a fault ends the stream. */
  inside(work: () => Promise<void>): Promise<void> {
    return (this.turn = this.turn.then(() => this.take(work)));
  }

  private async take(work: () => Promise<void>): Promise<void> {
    const { context, actor } = this.parts;
    if (this.ended) return;
    try {
      await context.run(originOf(this.request), () => {
        context.become(actor);
        return work();
      });
    } catch {
      this.end();
    }
  }

  private write(text: string): void {
    if (this.ended) return;
    const { raw } = this.parts.reply;
    if (raw.writableLength > MOST_WAITING_BYTES) return this.end();
    raw.write(text);
  }
}

/** Every open stream of this process: counted, checked again and again, and closed when the process ends. */
@Injectable()
export class EventStreams implements OnModuleDestroy {
  private readonly open_ = new Set<EventStream>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly context: RequestContext,
    @Inject(SESSION_STRATEGY) private readonly strategy: SessionStrategy,
    private readonly log: Log,
  ) {}

  /** Turns the answer to this request into a stream; throws TooMany when the person has too many open. */
  open(request: FastifyRequest, reply: FastifyReply): EventStream {
    const { actor } = this.context;
    if ([...this.open_].filter((one) => one.actor.id === actor.id).length >= MOST_PER_PERSON)
      throw new TooMany('stream.too_many', 10, 'You have too many streams open. Close a window.');
    const stream = new EventStream({ request, reply, actor, context: this.context });
    this.open_.add(stream);
    stream.until(() => this.open_.delete(stream));
    this.timer ??= setInterval(() => void this.recheck(), RECHECK_MS);
    stream.begin();
    return stream;
  }

  /** Streams would hold up an orderly end for as long as somebody reads. */
  onModuleDestroy(): void {
    clearInterval(this.timer);
    for (const stream of this.open_) stream.end();
  }

  private async recheck(): Promise<void> {
    for (const stream of [...this.open_])
      await this.context.run(originOf(stream.request), async () => {
        try {
          stream.become(await this.strategy.recheck(stream.actor, stream.request));
        } catch (error) {
          if ((error as { status?: number }).status !== 401) this.log.fault(error);
          stream.end();
        }
      });
  }
}
