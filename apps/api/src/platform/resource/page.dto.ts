import { Dto, Int, ListOf, Part, Text, type DtoClass } from '@st0r/dto';
import type { Page } from '../list';
import type { Resource } from './resource';

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
}

/** A page as REST answers it. */
export const asPage = <T>({ rows, limit, next, prev, total }: Page<T>): { data: T[]; page: PageFactsDto } => ({
  data: rows,
  page: { limit, next, prev, total },
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
