import { Injectable } from '@nestjs/common';
import { present } from '@st0r/dto';
import type { ListQuery } from '@st0r/list-query';
import { Sql } from '../../../platform/database';
import { NotFound } from '../../../platform/errors';
import { Lists, type ListSpec, type Page } from '../../../platform/list';
import { EventDto } from './event.dto';
import { EVENT_PROPERTIES, EVENT_SELECTION, eventList, platformEventList } from './event.list';

/** Events of one request shown as neighbours; a bulk act may have left thousands. */
const NEIGHBOURS = 200;

/** The last link of the chain: how many events are sealed, and the hash over all of them. */
export interface ChainHead {
  readonly seq: number;
  readonly hash: string;
}

/** Reads events; there is nothing else one can do with them. */
@Injectable()
export class EventService {
  constructor(
    private readonly lists: Lists,
    private readonly sql: Sql,
  ) {}

  /** Events of the organisations in scope, newest first. */
  list(query: ListQuery): Promise<Page<EventDto>> {
    return this.page(eventList, query);
  }

  /** Events that belong to no organisation; for platform administrators. */
  platform(query: ListQuery): Promise<Page<EventDto>> {
    return this.page(platformEventList, query);
  }

  async get(id: string): Promise<EventDto> {
    const [row] = await this.sql.scoped<object>(
      `SELECT ${EVENT_SELECTION} FROM event WHERE organisation_id IN (:scope) AND id = ?`,
      [id],
    );
    if (!row) throw new NotFound('event');
    return shown(row);
  }

  /** Everything else that happened in the same request, oldest first. */
  async neighbours(id: string): Promise<EventDto[]> {
    const { requestId } = await this.get(id);
    const rows = await this.sql.scoped<object>(
      `SELECT ${EVENT_SELECTION} FROM event WHERE organisation_id IN (:scope) AND request_id = ? ORDER BY n LIMIT ${NEIGHBOURS}`,
      [requestId],
    );
    return rows.map(shown);
  }

  /** Where the sealed chain ends now; null before the first seal. */
  async chainHead(): Promise<ChainHead | null> {
    const [last] = await this.sql.house<{ seq: string; hash: Buffer }>(
      'SELECT seq, hash FROM event_seal ORDER BY seq DESC LIMIT 1',
    );
    return last ? { seq: Number(last.seq), hash: last.hash.toString('hex') } : null;
  }

  private async page(list: ListSpec, query: ListQuery): Promise<Page<EventDto>> {
    const page = await this.lists.page(list, { ...query, archived: 'any' }, EVENT_PROPERTIES);
    const rows = new Map(page.rows.map((row) => [shown(row), row]));
    return { ...page, rows: [...rows.keys()], cursorOf: (event) => page.cursorOf(rows.get(event) ?? {}) };
  }
}

const shown = (row: object): EventDto => {
  const event = present(EventDto, row);
  event.number = String(event.number);
  return event;
};
