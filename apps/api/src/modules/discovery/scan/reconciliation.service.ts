import { Injectable } from '@nestjs/common';
import { loadVendors } from '@st0r/net/oui';
import { Sql } from '../../../platform/database';
import type { FoundHost } from '../nmap';
import { PROPOSAL_KINDS, reconcile, scannedRange, type Proposal, type ScannedRange } from '../reconcile';
import { RecordedDevices, type RecordedDevice } from './recorded-devices';
import type { ScanEntity } from './scan.entity';

/** A scan held against the records of this moment. */
export interface Reconciliation {
  readonly devices: ReadonlyMap<string, RecordedDevice>;
  readonly proposals: readonly Proposal[];
  readonly inRange: ScannedRange;
}

/** Proposals are never kept: they are worked out again each time, so they are never stale. */
@Injectable()
export class ReconciliationService {
  constructor(
    private readonly sql: Sql,
    private readonly recorded: RecordedDevices,
  ) {}

  async of(scan: ScanEntity): Promise<Reconciliation> {
    const hosts = await this.hosts(scan);
    const devices = await this.recorded.of(scan.organisationId);
    const document = { args: scan.args, complete: scan.complete, startedAt: scan.startedAt, hosts };
    return {
      devices: new Map(devices.map((device) => [device.id, device])),
      proposals: reconcile({ devices, scan: document, vendorOf: await loadVendors() }),
      inRange: scannedRange(document),
    };
  }

  private async hosts(scan: ScanEntity): Promise<FoundHost[]> {
    const rows = await this.sql.scoped<{ host: string }>(
      'SELECT host FROM scan_host WHERE organisation_id IN (:scope) AND scan_id = ? ORDER BY position',
      [scan.id],
    );
    return rows.map(({ host }) => revived(JSON.parse(host) as FoundHost));
  }
}

/** How many proposals there are of each kind. */
export function countKinds(proposals: readonly Pick<Proposal, 'kind'>[]): Record<Proposal['kind'], number> {
  const counts = Object.fromEntries(PROPOSAL_KINDS.map((kind) => [kind, 0])) as Record<Proposal['kind'], number>;
  for (const { kind } of proposals) counts[kind] += 1;
  return counts;
}

const revived = (host: FoundHost): FoundHost => ({ ...host, lastSeenAt: new Date(host.lastSeenAt) });
