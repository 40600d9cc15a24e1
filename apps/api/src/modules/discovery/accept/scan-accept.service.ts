import { Injectable } from '@nestjs/common';
import { Conflict } from '../../../platform/errors';
import { EventRecorder } from '../../../platform/events';
import { ResourceHouse } from '../../../platform/resource';
import { ObservationWriter } from '../observation/observation.writer';
import { ReconciliationService } from '../scan/reconciliation.service';
import { ScanEntity } from '../scan/scan.entity';
import { ScanService } from '../scan/scan.service';
import { planAcceptance, type Plan } from './acceptance.plan';
import { AssetChanger, type DoneLine } from './asset.changer';
import type { ScanAcceptDto, ScanAcceptedDto } from './scan-accept.dto';
import { SeenWriter } from './seen.writer';
import { readSelection } from './selection';

type Counts = Pick<ScanAcceptedDto, 'created' | 'updated' | 'vanished' | 'unchanged' | 'observations'>;

/** The writers of an accepted scan, one per table family. */
@Injectable()
export class AcceptanceWriters {
  constructor(
    readonly assets: AssetChanger,
    readonly seen: SeenWriter,
    readonly observations: ObservationWriter,
  ) {}
}

/** Accepts what a scan proposes: one transaction, at most once, nothing written that already is so. */
@Injectable()
export class ScanAcceptService {
  constructor(
    private readonly house: ResourceHouse,
    private readonly scans: ScanService,
    private readonly reconciliation: ReconciliationService,
    private readonly writers: AcceptanceWriters,
    private readonly recorder: EventRecorder,
  ) {}

  async accept(id: string, input: ScanAcceptDto): Promise<ScanAcceptedDto> {
    const selection = readSelection(input);
    const scan = await this.scanFor(id);
    const plan = planAcceptance(await this.reconciliation.of(scan), selection);
    const dryRun = input.dryRun ?? false;
    const counts = countsOf(plan);
    if (!dryRun) counts.observations = await this.carryOut(scan, plan, counts);
    const shown = (await this.scans.get(id)) as ScanAcceptedDto['scan'];
    return { scan: shown, dryRun, ...counts, skipped: plan.skipped, remaining: plan.remaining };
  }

  private async scanFor(id: string): Promise<ScanEntity> {
    const { context, policy, repositories, sql } = this.house;
    const scan = await repositories.of(ScanEntity).get(id);
    policy.require('asset.write', scan.organisationId);
    if (scan.archivedAt)
      throw new Conflict('scan.archived', { detail: 'This scan was discarded. Restore it to accept it.' });
    context.limitTo([scan.organisationId]);
    // One acceptance at a time per organisation: two at once would both find a device new.
    await sql.scoped('SELECT id FROM scan WHERE organisation_id IN (:scope) ORDER BY id FOR UPDATE');
    return scan;
  }

  private async carryOut(scan: ScanEntity, plan: Plan, counts: Counts): Promise<number> {
    const done = await this.writers.assets.write(scan.organisationId, plan.lines);
    const met = await this.writers.seen.write(plan.lines);
    const observations = await this.writers.observations.write(sightings(done, scan.organisationId));
    const wrote = counts.created + counts.updated + counts.vanished + met + observations > 0;
    await this.noteState(scan, plan, wrote);
    if (wrote)
      this.recorder.record({
        action: 'scan.accepted',
        category: 'record',
        organisationId: scan.organisationId,
        target: { type: 'scan', id: scan.id, label: scan.filename },
        details: { ...counts, observations, skipped: plan.skipped.length },
      });
    return observations;
  }

  private async noteState(scan: ScanEntity, { remaining }: Plan, wrote: boolean): Promise<void> {
    const open = remaining.new + remaining.update + remaining.conflict + remaining.vanished;
    const state = open === 0 ? 'reconciled' : 'waiting';
    const row = await this.house.repositories.of(ScanEntity).get(scan.id);
    if (wrote || row.state !== state)
      await this.house.repositories.of(ScanEntity).update(row, wrote ? { state, acceptedAt: new Date() } : { state });
  }
}

function countsOf({ lines }: Plan): Counts {
  const of = (test: (line: Plan['lines'][number]) => boolean): number => lines.filter(test).length;
  return {
    created: of(({ device }) => !device),
    vanished: of(({ proposal }) => proposal.kind === 'vanished'),
    updated: of(({ proposal, device }) => !!device && proposal.kind !== 'vanished' && proposal.diffs.length > 0),
    unchanged: of(({ proposal, device }) => !!device && proposal.diffs.length === 0),
    observations: 0,
  };
}

function sightings(
  done: readonly DoneLine[],
  organisationId: string,
): Parameters<ObservationWriter['write']>[0][number][] {
  return done.flatMap(({ proposal: { host }, assetId }) =>
    host ? { assetId, organisationId, seenAt: host.lastSeenAt, ports: host.ports } : [],
  );
}
