import { Injectable, SetMetadata, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
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
    return from(this.work.run(() => lastValueFrom(next.handle(), { defaultValue: undefined })));
  }
}

function writes(execution: ExecutionContext): boolean {
  if (execution.getType<string>() === 'graphql') {
    const info = execution.getArgByIndex<GraphQLResolveInfo | undefined>(3);
    return info?.operation.operation === 'mutation';
  }
  const { method } = execution.switchToHttp().getRequest<{ method: string }>();
  return method !== 'GET' && method !== 'HEAD';
}
