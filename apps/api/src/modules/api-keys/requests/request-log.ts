import { Injectable } from '@nestjs/common';
import { uuid7 } from '@st0r/crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { InjectSettings, type Settings } from '../../../platform/config';
import { Unavailable } from '../../../platform/errors';
import type { RequestRow } from './request-row';
import { RequestSpool } from './request-spool';

type About = { id: string; organisationId: string };
const LONGEST_ENDPOINT = 160;

/** Every request of a key leaves a row, whatever becomes of the request. */
@Injectable()
export class RequestLog {
  readonly spool: RequestSpool;
  private readonly expected = new WeakMap<FastifyRequest, About>();

  constructor(@InjectSettings() settings: Settings) {
    this.spool = new RequestSpool(join(settings.DATA_DIR, 'api-requests'));
  }

  /** The request is one of this key from now on; refused while its row could not be kept. */
  expect(request: FastifyRequest, key: About): void {
    if (this.spool.full)
      throw new Unavailable(
        'api_key.log_full',
        'Requests of API keys cannot be written down right now, so none is served. Try again in a moment.',
      );
    this.expected.set(request, { id: key.id, organisationId: key.organisationId });
  }

  /** Writes the row of a request that a key sent; a stream is counted as it passes, and its row precedes its end. */
  answered(request: FastifyRequest, reply: FastifyReply, payload: unknown): unknown {
    const key = this.expected.get(request);
    if (!key) return payload;
    this.expected.delete(request);
    const write = (bytes: number): void => this.spool.append(rowOf(key, { request, reply, bytes }));
    if (isStream(payload)) return counted(payload, write);
    write(typeof payload === 'string' || Buffer.isBuffer(payload) ? Buffer.byteLength(payload) : 0);
    return payload;
  }
}

function rowOf(
  { id, organisationId }: About,
  { request, reply, bytes }: { request: FastifyRequest; reply: FastifyReply; bytes: number },
): RequestRow {
  return {
    id: uuid7(),
    organisationId,
    keyId: id,
    occurredAt: new Date().toISOString(),
    method: request.method,
    endpoint: (request.routeOptions.url ?? 'none').slice(0, LONGEST_ENDPOINT),
    status: reply.statusCode,
    bytes,
    milliseconds: Math.round(reply.elapsedTime),
    ip: request.ip,
    requestId: request.id,
  };
}

const isStream = (payload: unknown): payload is Readable =>
  typeof (payload as { pipe?: unknown } | null)?.pipe === 'function';

function counted(stream: Readable, end: (bytes: number) => void): Transform {
  let bytes = 0;
  let told = false;
  const tell = (): void => {
    if (!told) end(bytes);
    told = true;
  };
  const counter = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      bytes += chunk.length;
      done(null, chunk);
    },
    flush: (done) => {
      tell();
      done();
    },
    // Also when the reader hung up half way.
    destroy: (error, done) => {
      tell();
      stream.destroy();
      done(error);
    },
  });
  stream.once('error', (error) => counter.destroy(error));
  return stream.pipe(counter);
}
