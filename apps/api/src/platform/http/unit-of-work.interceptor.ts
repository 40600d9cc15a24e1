import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { GraphQLResolveInfo } from 'graphql';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { UnitOfWork } from '../database';

/** Every write runs in one transaction that commits before the answer leaves. */
@Injectable()
export class UnitOfWorkInterceptor implements NestInterceptor {
  constructor(private readonly work: UnitOfWork) {}

  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (!writes(execution)) return next.handle();
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
