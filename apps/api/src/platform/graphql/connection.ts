import { Field, Int as GraphInt, ObjectType } from '@nestjs/graphql';
import type { DtoClass } from '@st0r/dto';
import type { Page } from '../list';
import { ListGroupDto } from '../resource/page.dto';

/** Where a connection begins and ends: `after: endCursor` gives the rows behind it, `before: startCursor` those ahead. */
@ObjectType()
export class PageInfo {
  @Field(() => String, { nullable: true })
  startCursor: string | null;

  @Field()
  hasPreviousPage: boolean;

  @Field(() => String, { nullable: true })
  endCursor: string | null;

  @Field()
  hasNextPage: boolean;
}

/** `AssetConnection` with `nodes`, `edges`, `pageInfo` and an optional capped `totalCount`. */
export function connectionType(title: string, dto: DtoClass): DtoClass {
  class Edge {}
  Field(() => String)(Edge.prototype, 'cursor');
  Field(() => dto)(Edge.prototype, 'node');
  ObjectType(`${title}Edge`)(Edge);
  class Connection {}
  Field(() => [dto])(Connection.prototype, 'nodes');
  Field(() => [Edge])(Connection.prototype, 'edges');
  Field(() => PageInfo)(Connection.prototype, 'pageInfo');
  Field(() => GraphInt, { nullable: true, description: 'Capped at 10,001; null unless total: true was asked.' })(
    Connection.prototype,
    'totalCount',
  );
  Field(() => [ListGroupDto], { nullable: true, description: 'With group, on the first page; null otherwise.' })(
    Connection.prototype,
    'groups',
  );
  ObjectType(`${title}Connection`)(Connection);
  return Connection;
}

/** A page in the shape of a connection. */
export function asConnection<T extends object>(page: Page<T>): object {
  const [first, last] = [page.rows[0], page.rows.at(-1)];
  return {
    nodes: page.rows,
    edges: page.rows.map((node) => ({ node, cursor: page.cursorOf(node) })),
    pageInfo: {
      startCursor: first ? page.cursorOf(first) : null,
      hasPreviousPage: page.prev !== null,
      endCursor: last ? page.cursorOf(last) : null,
      hasNextPage: page.next !== null,
    },
    totalCount: page.total,
    groups: page.groups?.data ?? null,
  };
}
