import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { from, switchMap, type Observable } from 'rxjs';
import { Invalid } from '../../../platform/errors';
import { RecordId } from '../../../platform/http';
import { paramsOf } from './view-query';
import { ViewService } from './view.service';

type Asked = FastifyRequest & { query: Record<string, string> };

/** `?view=<id>` on a list stands for the view's filters and order; what the address names itself wins. */
@Injectable()
export class ViewParameterInterceptor implements NestInterceptor {
  constructor(private readonly views: ViewService) {}

  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (execution.getType<string>() !== 'http') return next.handle();
    const request = execution.switchToHttp().getRequest<Asked>();
    if (request.method !== 'GET' || typeof request.query['view'] !== 'string') return next.handle();
    return from(this.widen(request)).pipe(switchMap(() => next.handle()));
  }

  private async widen(request: Asked): Promise<void> {
    const { view: id = '', ...given } = request.query;
    const view = await this.views.seen(new RecordId().transform(id));
    const list = /^\/api\/v1\/([a-z-]+)/.exec(request.routeOptions.url ?? '')?.[1];
    if (view.list !== list)
      throw Invalid.field(
        '/query/view',
        'other_list',
        `This is a view of ${view.list}. Choose one of ${list ?? 'this list'}.`,
      );
    request.query = { ...paramsOf(view.query), ...given };
  }
}
