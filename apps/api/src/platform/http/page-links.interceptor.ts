import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { tap, type Observable } from 'rxjs';

interface Paged {
  data: unknown[];
  page: { next?: string | null; prev?: string | null };
}

/** Lists leave with `Link: <...>; rel="next"`, as addresses on this host. */
@Injectable()
export class PageLinksInterceptor implements NestInterceptor {
  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (execution.getType<string>() !== 'http') return next.handle();
    const { method, url } = execution.switchToHttp().getRequest<FastifyRequest>();
    if (method !== 'GET') return next.handle();
    const reply = execution.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      tap((body: unknown) => {
        const links = isPaged(body) ? linksOf(url, body.page) : [];
        if (links.length > 0) void reply.header('link', links.join(', '));
      }),
    );
  }
}

function isPaged(body: unknown): body is Paged {
  const { data, page } = (body ?? {}) as Partial<Paged>;
  return Array.isArray(data) && typeof page === 'object';
}

function linksOf(url: string, { next, prev }: Paged['page']): string[] {
  const [path = '', query = ''] = url.split('?');
  const link = (rel: string, cursor: string | undefined): string => {
    const params = new URLSearchParams(query);
    params.delete('cursor');
    if (cursor !== undefined) params.set('cursor', cursor);
    return `<${path}${params.size > 0 ? `?${params.toString()}` : ''}>; rel="${rel}"`;
  };
  const links = [
    next ? link('next', next) : null,
    prev ? link('prev', prev) : null,
    prev ? link('first', undefined) : null,
  ];
  return links.filter((one) => one !== null);
}
