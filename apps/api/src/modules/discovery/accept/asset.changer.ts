import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Repositories } from '../../../platform/database';
import { Conflict } from '../../../platform/errors';
import { AssetEntity, AssetWriter } from '../../assets';
import type { Line } from './acceptance.plan';
import { draftOf, patchOf, type ManufacturerIds } from './asset-draft';
import { inBatches } from './batches';
import { gatherInterfaces, noInterfaceChanges } from './interface.changes';
import { InterfaceWriter } from './interface.writer';
import { ManufacturerFinder } from './manufacturer.finder';

/** A line that has been carried out, and the asset it concerns. */
export interface DoneLine extends Line {
  assetId: string;
}

/** Carries accepted lines over to the assets: new ones are made, changed ones changed, each with its event. */
@Injectable()
export class AssetChanger {
  constructor(
    private readonly repositories: Repositories,
    private readonly manufacturers: ManufacturerFinder,
    private readonly interfaces: InterfaceWriter,
    private readonly writer: AssetWriter,
  ) {}

  async write(organisationId: string, lines: readonly Line[]): Promise<DoneLine[]> {
    const makers = await this.manufacturers.idsOf(namedMakers(lines));
    const made = lines.filter(({ device }) => !device);
    const found = lines.flatMap((line) => (line.device ? [{ ...line, assetId: line.device.id }] : []));
    const changed = found.filter(({ proposal }) => proposal.diffs.length > 0);
    await this.change(organisationId, changed, makers);
    return [...found, ...(await this.create(organisationId, made, makers))];
  }

  private async create(organisationId: string, lines: readonly Line[], makers: ManufacturerIds): Promise<DoneLine[]> {
    const done: DoneLine[] = [];
    for (const batch of inBatches(lines)) {
      const drafts = batch.map(({ proposal }) => draftOf(proposal, organisationId, makers));
      const rows = await this.writer.insertMany(drafts, 'scan');
      batch.forEach((line, at) => done.push({ ...line, assetId: rows[at]?.id ?? '' }));
    }
    return done;
  }

  private async change(organisationId: string, lines: readonly DoneLine[], makers: ManufacturerIds): Promise<void> {
    const changes = noInterfaceChanges();
    for (const batch of inBatches(lines)) {
      const rows = await this.repositories.of(AssetEntity).find({ id: In(batch.map(({ assetId }) => assetId)) });
      const byId = new Map(rows.map((row) => [row.id, row]));
      const edits = batch.map((line) => {
        const row = byId.get(line.assetId);
        if (!row || row.version !== line.device?.version) throw changedMeanwhile(line.proposal.key);
        const parts = gatherInterfaces(changes, line, { id: row.id, organisationId });
        return { row, patch: patchOf(line.proposal, row.fieldSources, makers), parts };
      });
      await this.repositories.of(AssetEntity).updateMany(edits);
    }
    await this.interfaces.write(changes);
  }
}

function namedMakers(lines: readonly Line[]): Set<string> {
  const diffs = lines.flatMap(({ proposal }) => proposal.diffs);
  return new Set(
    diffs.flatMap(({ field, proposed }) =>
      field === 'manufacturer' && typeof proposed === 'string' && proposed ? proposed : [],
    ),
  );
}

function changedMeanwhile(key: string): Conflict {
  return new Conflict('scan.proposals_changed', {
    status: 412,
    detail: 'Somebody changed a record while this was being accepted. Nothing was changed; try again.',
    params: { keys: [key] },
    retryable: true,
  });
}
