import { Injectable } from '@nestjs/common';
import { hash } from 'node:crypto';
import { In } from 'typeorm';
import { UnitOfWork, ownershipOf, type HouseRow } from '../database';
import { Conflict, DomainError, Invalid } from '../errors';
import { readListQuery } from '../http/list-query';
import { MOST_AT_ONCE, type BulkItemDto, type BulkResultDto, type BulkSelectionDto } from './bulk.dto';
import type { Resource } from './resource';
import type { ResourceService } from './resource.service';

export type BulkVerb = 'archive' | 'restore';
interface Chosen {
  id: string;
  name: string;
  version: number;
}

/** What is done to which kind of record. */
export interface BulkAct {
  resource: Resource;
  service: ResourceService;
  verb: BulkVerb;
}

/** Archives or restores many records in one transaction: each that may, and for each other one the reason. */
@Injectable()
export class BulkArchive {
  constructor(private readonly work: UnitOfWork) {}

  async run(act: BulkAct, input: BulkSelectionDto): Promise<BulkResultDto> {
    const rows = await chosen(act, input);
    const dryRun = input.dryRun === true;
    const previewToken = tokenOf(rows, act.verb);
    if (!dryRun) requirePreview(input, previewToken);
    // The preview does the real thing and takes it back: it cannot say anything else than the act.
    const items = dryRun ? await this.work.rehearse(() => this.each(act, rows)) : await this.each(act, rows);
    const count = (outcome: string): number => items.filter((item) => item.outcome === outcome).length;
    const counts = { changed: count('changed'), unchanged: count('unchanged'), refused: count('refused') };
    return { dryRun, ...counts, previewToken, items };
  }

  private async each({ service, verb }: BulkAct, rows: readonly Chosen[]): Promise<BulkItemDto[]> {
    const items: BulkItemDto[] = [];
    for (const { id, name, version } of rows) {
      try {
        const after = (await this.work.attempt(() => service[verb](id))) as { version: number };
        items.push({ id, name, outcome: after.version === version ? 'unchanged' : 'changed', refused: null });
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        items.push({ id, name, outcome: 'refused', refused: error.facts.detail ?? error.code });
      }
    }
    return items;
  }
}

function requirePreview({ ids, previewToken }: BulkSelectionDto, token: string): void {
  if (!ids && !previewToken)
    throw Invalid.field('/previewToken', 'required', 'Run this as a dry run first and send its previewToken.');
  if (previewToken && previewToken !== token)
    throw new Conflict('bulk.changed_since_preview', {
      detail: 'Since the preview some of these records changed, or others were found. Look at the preview again.',
    });
}

async function chosen(act: BulkAct, { ids, filter }: BulkSelectionDto): Promise<Chosen[]> {
  if (ids && typeof filter === 'string')
    throw Invalid.field('/filter', 'contradiction', 'Give ids or a filter, not both.');
  if (!ids && typeof filter !== 'string') throw Invalid.field('/ids', 'required', 'Give ids or a filter.');
  const rows = ids ? await named(act, [...new Set(ids)]) : await found(act, filter ?? '');
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1));
}

async function found({ resource, service, verb }: BulkAct, filter: string): Promise<Chosen[]> {
  const params = Object.fromEntries(new URLSearchParams(filter));
  const { archived, ...query } = readListQuery(resource.list.shape, params);
  const among = verb === 'restore' && archived === 'no' ? 'only' : archived;
  const page = await service.list({ ...query, archived: among, cursor: undefined, total: false, limit: MOST_AT_ONCE });
  if (page.next !== null)
    throw Invalid.field('/filter', 'too_many', `The filter finds more than ${MOST_AT_ONCE} records. Narrow it down.`);
  return page.rows.map((row) => asChosen(resource, row as HouseRow));
}

async function named({ resource, service }: BulkAct, ids: readonly string[]): Promise<Chosen[]> {
  const rows = ids.length === 0 ? [] : await service.repository.find({ id: In([...ids]) });
  const missing = ids.findIndex((id) => !rows.some((row) => row.id === id));
  if (missing < 0) return rows.map((row) => asChosen(resource, row));
  // A foreign id is answered like an id that does not exist.
  const detail = `This ${resource.noun} does not exist, or you cannot see it.`;
  throw new Invalid('reference.not_found', {
    status: 404,
    detail,
    errors: [{ pointer: `/ids/${missing}`, code: 'not_found', params: { id: ids[missing] }, detail }],
  });
}

function asChosen({ entity }: Resource, row: HouseRow): Chosen {
  const label = (row as unknown as Record<string, unknown>)[ownershipOf(entity).label];
  return { id: row.id, name: String(label ?? ''), version: row.version };
}

/** Names exactly these records in exactly these versions; knowing it proves that the preview was seen. */
function tokenOf(rows: readonly Chosen[], verb: BulkVerb): string {
  return hash('sha256', [verb, ...rows.map(({ id, version }) => `${id} ${version}`)].join('\n'), 'base64url');
}
