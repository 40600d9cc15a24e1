import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { etagOf } from './etag';

/**
 * Records leave with `ETag: "v7"`; a GET that names the same ETag gets 304. Browsers do not keep them: names of other
 * records in it, and what one may do with it, change without a new version.
 */
@Injectable()
export class EtagInterceptor implements NestInterceptor {
  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (execution.getType<string>() !== 'http') return next.handle();
    const request = execution.switchToHttp().getRequest<FastifyRequest>();
    const reply = execution.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map((body: unknown) => {
        const version = (body as { version?: unknown } | null)?.version;
        if (typeof version !== 'number') return body;
        const etag = etagOf(version);
        reply.header('etag', etag);
        if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
        if (request.method !== 'GET' || request.headers['if-none-match'] !== etag) return body;
        reply.status(304);
        return undefined;
      }),
    );
  }
}
