import { Injectable, SetMetadata, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import type { GraphQLResolveInfo } from 'graphql';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { UnitOfWork } from '../database';

const OWN_UNIT_OF_WORK = 'house:own-unit-of-work';

/** Marks a handler that reads a long upload first and opens its unit of work itself: no connection waits on a slow sender. */
export const OwnUnitOfWork = (): MethodDecorator => SetMetadata(OWN_UNIT_OF_WORK, true);

/** Every write runs in one transaction that commits before the answer leaves. */
@Injectable()
export class UnitOfWorkInterceptor implements NestInterceptor {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reflector: Reflector,
  ) {}

  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (!writes(execution) || this.reflector.get<boolean>(OWN_UNIT_OF_WORK, execution.getHandler()))
      return next.handle();
    const asItWas = replyOf(execution);
    return from(
      this.work.run(() => {
        asItWas();
        return lastValueFrom(next.handle(), { defaultValue: undefined });
      }),
    );
  }
}

/** Takes back what a try that came to nothing said in the answer: its status, its headers and its cookies among them. */
function replyOf(execution: ExecutionContext): () => void {
  if (execution.getType<string>() !== 'http') return () => undefined;
  const reply = execution.switchToHttp().getResponse<FastifyReply>();
  const before = { status: reply.statusCode, headers: { ...reply.getHeaders() } };
  return () => {
    for (const name of Object.keys(reply.getHeaders())) if (!(name in before.headers)) void reply.removeHeader(name);
    for (const [name, value] of Object.entries(before.headers))
      if (value !== undefined && reply.getHeader(name) !== value) void reply.header(name, value);
    if (reply.statusCode !== before.status) void reply.status(before.status);
  };
}

function writes(execution: ExecutionContext): boolean {
  if (execution.getType<string>() === 'graphql') {
    const info = execution.getArgByIndex<GraphQLResolveInfo | undefined>(3);
    return info?.operation.operation === 'mutation';
  }
  const { method } = execution.switchToHttp().getRequest<{ method: string }>();
  return method !== 'GET' && method !== 'HEAD';
}
