import { Injectable } from '@nestjs/common';
import { ResourceHouse } from '../../../platform/resource';
import type { AssetTypeCode } from '../asset-types';

/** Ids behind the names a file uses; a name two records share finds none. */
export interface Lookups {
  site(name: string): string | null;
  contact(nameOrEmail: string): string | null;
  manufacturer(name: string): string | null;
  model(name: string, manufacturerId: string | null): FoundModel | null;
}

export type FoundModel = { id: string; manufacturerId: string; type: AssetTypeCode | null };

type Named = { id: string; name: string };

/** Loads the names an import needs, once per run. */
@Injectable()
export class ImportLookups {
  constructor(private readonly house: ResourceHouse) {}

  async of(organisationId: string): Promise<Lookups> {
    const own = (text: string) =>
      this.house.sql.scoped<Named>(
        `SELECT ${text} WHERE organisation_id IN (:scope) AND organisation_id = ? AND archived_at IS NULL LIMIT 50000`,
        [organisationId],
      );
    const sites = index(await own('id, name FROM site'));
    const contacts = index(await own('id, name FROM contact'));
    const emails = index(await own('id, IFNULL(email, id) AS name FROM contact'));
    const makers = index(await this.house.sql.house<Named>('SELECT id, name FROM manufacturer'));
    const models = await this.house.sql.house<Named & FoundModel & { partNumber: string | null }>(
      'SELECT id, name, part_number AS partNumber, manufacturer_id AS manufacturerId, type FROM model',
    );
    const byName = Map.groupBy(models, (model) => fold(model.name));
    const byPart = Map.groupBy(models, (model) => fold(model.partNumber ?? ''));
    return {
      site: (name) => sites.get(fold(name)) ?? null,
      contact: (text) => contacts.get(fold(text)) ?? emails.get(fold(text)) ?? null,
      manufacturer: (name) => makers.get(fold(name)) ?? null,
      model: (name, manufacturerId) => {
        const known = byName.get(fold(name)) ?? byPart.get(fold(name)) ?? [];
        const fitting = known.filter((model) => !manufacturerId || model.manufacturerId === manufacturerId);
        return fitting.length === 1 ? (fitting[0] ?? null) : null;
      },
    };
  }
}

function index(rows: readonly Named[]): Map<string, string | null> {
  const ids = new Map<string, string | null>();
  for (const { id, name } of rows) ids.set(fold(name), ids.has(fold(name)) ? null : id);
  return ids;
}

/** Names compare as MariaDB compares them: without case and accents. */
export const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').trim().toLowerCase();
