import { Injectable } from '@nestjs/common';
import { RequestContext, organisationsWith } from '../../platform/context';
import { Sql, searchableTypes } from '../../platform/database';
import { Invalid, NotFound } from '../../platform/errors';
import { questionOf, type SearchQuestion } from './search-question';
import { searchStatement, type SearchProbe, type SearchReach } from './search-statement';
import type { SearchAnswerDto, SearchGroupDto, SearchOrganisationDto, SearchResultDto } from './search.dto';

interface Found {
  type: string;
  id: string;
  title: string;
  subtitle: string | null;
  organisationId: string;
}

/** What the palette asked. */
export interface SearchRequest {
  q: string;
  /** Organisation in view, id or slug; its results come first. */
  org?: string;
  types?: readonly string[];
}

/** Results per type. */
const PER_TYPE = 8;
const LONGEST_QUESTION = 200;

/** The palette: everything the actor may see, best first. */
@Injectable()
export class SearchService {
  constructor(
    private readonly sql: Sql,
    private readonly context: RequestContext,
  ) {}

  async search(request: SearchRequest): Promise<SearchAnswerDto> {
    if ([...request.q].length > LONGEST_QUESTION)
      throw Invalid.field('/query/q', 'too_long', `Ask in at most ${LONGEST_QUESTION} characters.`);
    const question = questionOf(request.q);
    const reaches = this.reaches(question, request.types);
    const found = await this.find(question, reaches, this.inView(request.org));
    return { mode: question.mode, groups: await this.grouped(found) };
  }

  /** Title before words, organisation in view before the others; stops as soon as every type has enough. */
  private async find(question: SearchQuestion, reaches: SearchReach[], inView: string | null): Promise<Found[]> {
    const found = new Map<string, Found>();
    const counts = new Map<string, number>();
    for (const probe of probesOf(question)) {
      for (const stage of stagesOf(reaches, inView)) {
        const open = stage.filter((reach) => (counts.get(reach.type) ?? 0) < PER_TYPE);
        if (open.length === 0) continue;
        const { text, params } = searchStatement(open, probe, PER_TYPE * 2);
        const rows = await this.sql.among<Found>(this.readable(open), text, params);
        for (const row of rows.sort((a, b) => a.title.localeCompare(b.title))) {
          const count = counts.get(row.type) ?? 0;
          if (found.has(row.id) || count >= PER_TYPE) continue;
          found.set(row.id, row);
          counts.set(row.type, count + 1);
        }
      }
    }
    return [...found.values()];
  }

  /** Which types may be found where: the declared permission, in the organisations the actor holds it now. */
  private reaches(question: SearchQuestion, types?: readonly string[]): SearchReach[] {
    const known = searchableTypes();
    const unknown = types?.find((type) => !known.has(type));
    if (unknown !== undefined)
      throw Invalid.field('/query/types', 'unknown', `There is nothing called "${unknown}" to search for.`, {
        allowed: [...known.keys()],
      });
    return [...known]
      .filter(([type, search]) => (types?.includes(type) ?? true) && (question.mode !== 'people' || search.people))
      .map(([type, search]) => ({ type, organisations: organisationsWith(this.context.actor, search.permission) }))
      .filter((reach) => reach.organisations.length > 0);
  }

  private readable(reaches: readonly SearchReach[]): string[] {
    return [...new Set(reaches.flatMap(({ organisations }) => organisations))];
  }

  private inView(org: string | undefined): string | null {
    if (!org || org === 'all') return null;
    const grants = [...this.context.actor.grants.values()];
    const grant = grants.find((one) => one.slug === org || one.organisationId === org.toLowerCase());
    if (!grant) throw new NotFound('organisation');
    return grant.organisationId;
  }

  private async grouped(found: readonly Found[]): Promise<SearchGroupDto[]> {
    const organisations = await this.organisations([...new Set(found.map((row) => row.organisationId))]);
    const groups = new Map<string, SearchResultDto[]>();
    for (const { organisationId, ...row } of found) {
      const organisation = organisations.get(organisationId);
      if (!organisation) continue;
      const result = { ...row, organisation, actions: this.actions(row.type, organisationId) };
      groups.set(row.type, [...(groups.get(row.type) ?? []), result]);
    }
    return [...groups].map(([type, results]) => ({ type, results }));
  }

  private actions(type: string, organisationId: string): string[] {
    const held = this.context.actor.grants.get(organisationId)?.permissions;
    const offered = searchableTypes().get(type)?.actions ?? [];
    return ['open', ...offered.filter(({ permission }) => held?.has(permission)).map(({ name }) => name)];
  }

  private async organisations(ids: readonly string[]): Promise<Map<string, SearchOrganisationDto>> {
    if (ids.length === 0) return new Map();
    const rows = await this.sql.house<SearchOrganisationDto>(
      `SELECT id, slug, name, colour FROM organisation WHERE id IN (${ids.map(() => '?').join(', ')})`,
      ids,
    );
    return new Map(rows.map((row) => [row.id, { ...row }]));
  }
}

function probesOf({ exact, title, words }: SearchQuestion): SearchProbe[] {
  if (exact) return [{ word: exact, whole: true, others: [] }];
  const [first, ...others] = words;
  return [
    ...(title ? [{ word: title, whole: false, others: [] }] : []),
    ...(first ? [{ word: first, whole: false, others }] : []),
  ];
}

/** First the organisation in view alone, then all the others. */
function stagesOf(reaches: readonly SearchReach[], inView: string | null): SearchReach[][] {
  if (!inView) return [[...reaches]];
  const parts = [(id: string) => id === inView, (id: string) => id !== inView];
  return parts.map((belongs) =>
    reaches
      .map(({ type, organisations }) => ({ type, organisations: organisations.filter(belongs) }))
      .filter((reach) => reach.organisations.length > 0),
  );
}
