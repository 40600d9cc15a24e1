import { Injectable } from '@nestjs/common';
import { normaliseIp, normaliseMac } from '@st0r/net';
import { Sql } from '../../../platform/database';
import type { RecordedInterface } from '../scan/recorded-devices';
import type { Line } from './acceptance.plan';

const BATCH = 100;

/** When something answered. */
interface Sighting {
  id: string;
  at: Date;
}

/**
 * Notes when assets and interfaces were last met. That is no change of the record: its version and its history stay,
 * and the event of the accepted scan tells it.
 */
@Injectable()
export class SeenWriter {
  constructor(private readonly sql: Sql) {}

  /** Answers how many assets were met later than known before. */
  async write(lines: readonly Line[]): Promise<number> {
    const newer = lines.filter(({ proposal: { host }, device }) => {
      return host && device && (!device.lastSeenAt || device.lastSeenAt < host.lastSeenAt);
    });
    const assets = newer.flatMap(({ proposal: { host }, device }) =>
      host && device ? { id: device.id, at: host.lastSeenAt } : [],
    );
    await this.mark('asset', assets, ', first_seen_at = COALESCE(first_seen_at, last_seen_at)');
    await this.mark('asset_interface', newer.flatMap(interfacesMet), '');
    return assets.length;
  }

  private async mark(table: 'asset' | 'asset_interface', sightings: readonly Sighting[], more: string): Promise<void> {
    for (let at = 0; at < sightings.length; at += BATCH) {
      const batch = sightings.slice(at, at + BATCH);
      await this.sql.scoped(
        `UPDATE ${table} SET last_seen_at = CASE id${' WHEN ? THEN ?'.repeat(batch.length)} ELSE last_seen_at END${more}
        WHERE organisation_id IN (:scope) AND id IN (${batch.map(() => '?').join(', ')})`,
        [...batch.flatMap(({ id, at: moment }) => [id, moment]), ...batch.map(({ id }) => id)],
      );
    }
  }
}

function interfacesMet({ proposal: { host }, device }: Line): Sighting[] {
  if (!host || !device) return [];
  const macs = new Set(host.interfaces.map(({ mac }) => mac));
  const ips = new Set(host.interfaces.flatMap((found) => found.ips));
  const met = ({ mac, ips: own }: RecordedInterface): boolean =>
    (mac ? macs.has(normaliseMac(mac) ?? mac) : false) || own.some((ip) => ips.has(normaliseIp(ip) ?? ip));
  return device.interfaces.filter(met).map(({ id }) => ({ id, at: host.lastSeenAt }));
}
