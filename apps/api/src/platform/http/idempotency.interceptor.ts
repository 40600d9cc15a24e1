import { Injectable, SetMetadata, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { createHash, createHmac } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import {
  MAX_SEALED_BYTES,
  PLATFORM_ORGANISATION,
  openText,
  sealField,
  type DataKey,
  type FieldPlace,
} from '@st0r/crypto';
import { RequestContext } from '../context';
import { Sql } from '../database';
import { Conflict, Invalid } from '../errors';
import { PlatformKeys } from '../keys/platform-keys';

const NEVER_STORED = 'house:never-stored';

/** Marks a handler whose answer holds a secret: it is never kept for replay, nor by anybody on the way. */
export const NeverStored = (): MethodDecorator => SetMetadata(NEVER_STORED, true);

interface Kept {
  fingerprint: Buffer;
  status: number;
  body: string;
}

/** `Idempotency-Key` on POST: the first answer is kept for 24 hours in the same transaction as the write, and replayed. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly context: RequestContext,
    private readonly sql: Sql,
    private readonly keys: PlatformKeys,
  ) {}

  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (execution.getType<string>() !== 'http') return next.handle();
    const request = execution.switchToHttp().getRequest<FastifyRequest>();
    const key = request.headers['idempotency-key'];
    if (this.reflector.get<boolean>(NEVER_STORED, execution.getHandler())) {
      void execution.switchToHttp().getResponse<FastifyReply>().header('cache-control', 'no-store');
      return next.handle();
    }
    if (request.method !== 'POST' || typeof key !== 'string') return next.handle();
    return from(this.once(execution, key, next));
  }

  private async once(execution: ExecutionContext, key: string, next: CallHandler): Promise<unknown> {
    if (!/^[\w.:-]{8,128}$/.test(key))
      throw new Invalid('header.idempotency_key', {
        detail: 'Idempotency-Key takes 8 to 128 letters, digits and . _ : -',
      });
    const request = execution.switchToHttp().getRequest<FastifyRequest>();
    const reply = execution.switchToHttp().getResponse<FastifyReply>();
    const actor = this.context.actorIfAny;
    const id = digest(`${actor?.key?.id ?? actor?.id ?? 'nobody'}\n${request.method} ${request.url}\n${key}`);
    // Keyed: a plain hash of a body with a password in it could be guessed from a stolen dump.
    const fingerprint = createHmac('sha256', this.keys.pepper)
      .update(JSON.stringify(request.body ?? null))
      .digest();
    // A second request with the same key waits here until the first commits, then finds its answer.
    const kept = await this.claim(id, fingerprint);
    if (kept) return this.replay({ ...kept, id }, fingerprint, reply);
    const body: unknown = await lastValueFrom(next.handle(), { defaultValue: null });
    await this.sql.house('UPDATE idempotent_answer SET status = ?, body = ? WHERE id = ?', [
      reply.statusCode,
      this.sealed(id, JSON.stringify(body ?? null)),
      id,
    ]);
    return body;
  }

  private async claim(id: Buffer, fingerprint: Buffer): Promise<Kept | undefined> {
    await this.sql.house('DELETE FROM idempotent_answer WHERE id = ? AND expires_at < UTC_TIMESTAMP()', [id]);
    const result = (await this.sql.house(
      'INSERT IGNORE INTO idempotent_answer (id, fingerprint, status, body, expires_at) VALUES (?, ?, 0, NULL, UTC_TIMESTAMP() + INTERVAL 1 DAY)',
      [id, fingerprint],
    )) as unknown as { affectedRows: number };
    if (result.affectedRows === 1) return undefined;
    const [kept] = await this.sql.house<Kept>('SELECT fingerprint, status, body FROM idempotent_answer WHERE id = ?', [
      id,
    ]);
    return kept;
  }

  private replay(kept: Kept & { id: Buffer }, fingerprint: Buffer, reply: FastifyReply): unknown {
    if (!kept.fingerprint.equals(fingerprint))
      throw new Conflict('idempotency.other_body', {
        status: 422,
        detail: 'This Idempotency-Key was used with another body.',
      });
    if (kept.status === 0)
      throw new Conflict('idempotency.in_flight', {
        detail: 'The first request with this key is still running.',
        retryable: true,
      });
    void reply.status(kept.status).header('idempotency-replayed', 'true');
    return JSON.parse(openText(this.key, placeOf(kept.id), Buffer.from(kept.body, 'base64url')));
  }

  /** Answers hold what tables keep sealed, user names for one; they are kept sealed too. A giant one is kept as nothing. */
  private sealed(id: Buffer, body: string): string {
    const text = Buffer.byteLength(body) > MAX_SEALED_BYTES ? 'null' : body;
    return sealField(this.key, placeOf(id), text).toString('base64url');
  }

  private get key(): DataKey {
    return { version: 1, key: this.keys.pepper };
  }
}

const placeOf = (id: Buffer): FieldPlace => ({
  organisation: PLATFORM_ORGANISATION,
  purpose: 'pepper',
  type: 'document',
  record: id.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'),
  field: 'body',
  revision: 1,
});
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
