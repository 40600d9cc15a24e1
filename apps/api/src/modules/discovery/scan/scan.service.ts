import { Injectable } from '@nestjs/common';
import { ResourceHouse, ResourceService } from '../../../platform/resource';
import { scanResource } from './scan.resource';
import type { ScanEntity, ScanState } from './scan.entity';

const SHOWN_ARGS = 2000;

type Row = Record<string, unknown>;

/** Scans as records: read, discarded, brought back. */
@Injectable()
export class ScanService extends ResourceService<ScanEntity> {
  constructor(house: ResourceHouse) {
    super(scanResource, house);
  }

  /** Puts a scan aside; what it changed stays. */
  override async archive(id: string): Promise<object> {
    return this.show(await this.repository.archive(await this.moved(id, 'waiting', 'discarded')));
  }

  override async restore(id: string): Promise<object> {
    return this.show(await this.repository.restore(await this.moved(id, 'discarded', 'waiting')));
  }

  /** A command line may name thousands of targets; pages need its beginning. */
  protected override async decorate(rows: readonly Row[]): Promise<void> {
    await super.decorate(rows);
    for (const row of rows) row['args'] = String(row['args']).slice(0, SHOWN_ARGS);
  }

  protected override can(row: Row): Record<string, boolean> {
    const run = this.house.policy.allows('discovery.run', String(row['organisationId']));
    const write = this.house.policy.allows('asset.write', String(row['organisationId']));
    return { archive: run, accept: run && write && !row['archivedAt'] };
  }

  private async moved(id: string, from: ScanState, to: ScanState): Promise<ScanEntity> {
    const scan = await this.forWrite(id, 'archive');
    return scan.state === from ? this.repository.update(scan, { state: to }) : scan;
  }
}
