import { Choice, Dto, Id, ListOf, Part, Text } from '@st0r/dto';

export const SEARCH_MODES = ['everything', 'exact', 'people', 'ticket'] as const;
export type SearchMode = (typeof SEARCH_MODES)[number];

/** The client a result belongs to, with its colour. */
@Dto('SearchOrganisation')
export class SearchOrganisationDto {
  @Id()
  id: string;

  @Text({ max: 63 })
  slug: string;

  @Text({ max: 255 })
  name: string;

  @Text({ max: 7 })
  colour: string;
}

/** One result of the palette. */
@Dto('SearchResult')
export class SearchResultDto {
  @Text({ max: 40, description: 'Noun of the record, e.g. asset.' })
  type: string;

  @Id()
  id: string;

  @Text({ max: 255 })
  title: string;

  @Text({ max: 255, optional: true })
  subtitle: string | null;

  @Part(() => SearchOrganisationDto)
  organisation: SearchOrganisationDto;

  @Text({ max: 40, list: true, description: 'What you may do from the palette: open, and acts of the record.' })
  actions: string[];
}

/** Results of one type, best first. */
@Dto('SearchGroup')
export class SearchGroupDto {
  @Text({ max: 40 })
  type: string;

  @ListOf(() => SearchResultDto)
  results: SearchResultDto[];
}

/** The palette's answer. */
@Dto('SearchAnswer')
export class SearchAnswerDto {
  @Choice('SearchMode', SEARCH_MODES, { description: 'Chosen by the first character: = exact, @ people, # ticket.' })
  mode: SearchMode;

  @ListOf(() => SearchGroupDto)
  groups: SearchGroupDto[];
}
