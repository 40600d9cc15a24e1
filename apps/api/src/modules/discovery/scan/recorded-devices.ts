import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database';
import type { FieldSource, KnownDevice, KnownInterface } from '../reconcile';

/** A recorded asset as reconciliation needs it, with the ids of what it is made of. */
export interface RecordedDevice extends KnownDevice {
  interfaces: RecordedInterface[];
}
export interface RecordedInterface extends KnownInterface {
  id: string;
  name: string;
  type: string | null;
  primary: boolean;
}

interface AssetRow {
  id: string;
  name: string;
  hostname: string | null;
  type: string;
  os: string | null;
  osSource: FieldSource | null;
  fieldSources: string | null;
  lastSeenAt: string | null;
  vanishedAt: string | null;
  version: number;
  manufacturer: string | null;
}

interface InterfaceRow {
  id: string;
  assetId: string;
  name: string;
  type: string | null;
  mac: string | null;
  isPrimary: number;
  source: FieldSource;
}

/** Assets that are not archived, read in three statements whatever their number. */
@Injectable()
export class RecordedDevices {
  constructor(private readonly sql: Sql) {}

  async of(organisationId: string): Promise<RecordedDevice[]> {
    const interfaces = await this.interfaces(organisationId);
    const assets = await this.sql.scoped<AssetRow>(
      `SELECT asset.id, asset.name, asset.hostname, asset.type, asset.os, asset.os_source AS osSource,
        asset.field_sources AS fieldSources, asset.last_seen_at AS lastSeenAt, asset.vanished_at AS vanishedAt,
        asset.version, manufacturer.name AS manufacturer
      FROM asset
      LEFT JOIN model ON model.id = asset.model_id
      LEFT JOIN manufacturer ON manufacturer.id = COALESCE(asset.manufacturer_id, model.manufacturer_id)
      WHERE asset.organisation_id IN (:scope) AND asset.organisation_id = ? AND asset.archived_at IS NULL
      ORDER BY asset.id`,
      [organisationId],
    );
    return assets.map((asset) => deviceOf(asset, interfaces.get(asset.id) ?? []));
  }

  private async interfaces(organisationId: string): Promise<Map<string, RecordedInterface[]>> {
    const addresses = await this.addresses(organisationId);
    const rows = await this.sql.scoped<InterfaceRow>(
      `SELECT id, asset_id AS assetId, name, type, mac, is_primary AS isPrimary, source FROM asset_interface
      WHERE organisation_id IN (:scope) AND organisation_id = ? AND archived_at IS NULL
      ORDER BY asset_id, position, id`,
      [organisationId],
    );
    const found = new Map<string, RecordedInterface[]>();
    for (const { assetId, isPrimary, ...row } of rows)
      push(found, assetId, { ...row, primary: Number(isPrimary) === 1, ips: addresses.get(row.id) ?? [] });
    return found;
  }

  private async addresses(organisationId: string): Promise<Map<string, string[]>> {
    const rows = await this.sql.scoped<{ interfaceId: string; ip: string }>(
      `SELECT interface_id AS interfaceId, ip FROM asset_address
      WHERE organisation_id IN (:scope) AND organisation_id = ? AND archived_at IS NULL
      ORDER BY interface_id, position, id`,
      [organisationId],
    );
    const found = new Map<string, string[]>();
    for (const { interfaceId, ip } of rows) push(found, interfaceId, ip);
    return found;
  }
}

function deviceOf(row: AssetRow, interfaces: RecordedInterface[]): RecordedDevice {
  const sources = JSON.parse(row.fieldSources ?? '{}') as Record<string, FieldSource> | null;
  return {
    ...row,
    version: Number(row.version),
    osSource: row.osSource,
    sources: {
      name: sources?.['name'],
      hostname: sources?.['hostname'],
      type: sources?.['type'],
      manufacturer: sources?.['manufacturer'],
    },
    lastSeenAt: dateOf(row.lastSeenAt),
    vanishedAt: dateOf(row.vanishedAt),
    interfaces,
  };
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** The driver hands moments over as `YYYY-MM-DD HH:MM:SS.ffffff` in UTC. */
function dateOf(text: string | null): Date | null {
  return text === null ? null : new Date(`${text.replace(' ', 'T')}Z`);
}
