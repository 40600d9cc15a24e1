import { Dto, Flag, Int, ListOf, Part, Text, type DtoClass } from '@st0r/dto';
import type { Page } from '../list';
import type { Resource } from './resource';

/** One group of a list. */
@Dto('ListGroup')
export class ListGroupDto {
  @Text({ max: 255, optional: true, description: 'What its rows share; null for rows without a value.' })
  value: string | null;

  @Text({ max: 255, optional: true, description: 'Name of the record, where the value is an id.' })
  label: string | null;

  @Int()
  count: number;
}

/** The groups of a list, in the order of its rows. */
@Dto('ListGroups')
export class ListGroupsDto {
  @ListOf(() => ListGroupDto)
  data: ListGroupDto[];

  @Flag({ description: 'False with more than 200 groups, or when more than 100,000 rows would have to be counted.' })
  complete: boolean;
}

/** Where a page stands in its list. */
@Dto('PageFacts')
export class PageFactsDto {
  @Int()
  limit: number;

  @Text({ max: 4000, optional: true, description: 'Cursor of the next page; null at the end.' })
  next: string | null;

  @Text({ max: 4000, optional: true, description: 'Cursor of the page before; null at the start.' })
  prev: string | null;

  @Int({ optional: true, description: 'Capped at 10,001; null unless total=true was asked.' })
  total: number | null;

  @Part(() => ListGroupsDto, { optional: true, description: 'With group, on the first page; null otherwise.' })
  groups: ListGroupsDto | null;
}

/** A page as REST answers it. */
export const asPage = <T>({ rows, limit, next, prev, total, groups }: Page<T>): { data: T[]; page: PageFactsDto } => ({
  data: rows,
  page: { limit, next, prev, total, groups: groups ?? null },
});

const pages = new Map<string, DtoClass>();

/** `AssetPage {data, page}` of a resource. */
export function pageDto(resource: Resource): DtoClass {
  const known = pages.get(resource.noun);
  if (known) return known;
  class Page {
    data: object[];
    page: PageFactsDto;
  }
  ListOf(() => resource.dto)(Page.prototype, 'data');
  Part(() => PageFactsDto)(Page.prototype, 'page');
  Dto(`${resource.title}Page`)(Page);
  pages.set(resource.noun, Page);
  return Page;
}
