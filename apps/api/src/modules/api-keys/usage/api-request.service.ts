import { Injectable } from '@nestjs/common';
import { present } from '@st0r/dto';
import type { ListQuery } from '@st0r/list-query';
import { Sql } from '../../../platform/database';
import { Lists, type Page } from '../../../platform/list';
import { ApiRequestDto } from './api-request.dto';
import { REQUEST_PROPERTIES, apiRequestList } from './api-request.list';

/** Reads the requests of keys; there is nothing else one can do with them. */
@Injectable()
export class ApiRequestService {
  constructor(
    private readonly lists: Lists,
    private readonly sql: Sql,
  ) {}

  async list(query: ListQuery): Promise<Page<ApiRequestDto>> {
    const page = await this.lists.page(apiRequestList, { ...query, archived: 'any' }, REQUEST_PROPERTIES);
    const names = await this.names(page.rows.map((row) => String(row['apiKeyId'])));
    const shown = new Map(
      page.rows.map((row) => {
        const keyId = String(row['apiKeyId']);
        return [present(ApiRequestDto, { ...row, keyId, keyName: names.get(keyId) }), row];
      }),
    );
    return { ...page, rows: [...shown.keys()], cursorOf: (dto) => page.cursorOf(shown.get(dto) ?? {}) };
  }

  private async names(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const known = [...new Set(ids)];
    if (known.length === 0) return new Map();
    const rows = await this.sql.scoped<{ id: string; name: string }>(
      `SELECT id, name FROM api_key WHERE organisation_id IN (:scope) AND id IN (${known.map(() => '?').join(', ')})`,
      known,
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
