import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { groupNames } from '@st0r/list-query';
import type { FastifyRequest } from 'fastify';
import { from, switchMap, type Observable } from 'rxjs';
import { Invalid } from '../../../platform/errors';
import { RecordId } from '../../../platform/http';
import { listShape } from '../../../platform/list';
import { paramsOf } from './view-query';
import { ViewService } from './view.service';

type Asked = FastifyRequest & { query: Record<string, string> };

/** `?view=<id>` on a list stands for the view's filters, order and groups; what the address names itself wins. */
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
    request.query = { ...paramsOf(view.query), ...groupOf(view), ...given };
  }
}

/** Its groups, where the list still has them. */
function groupOf({ list, groupBy }: { list: string; groupBy: string | null }): Record<string, string> {
  const shape = listShape(list);
  return groupBy !== null && shape && groupNames(shape).includes(groupBy) ? { group: groupBy } : {};
}
