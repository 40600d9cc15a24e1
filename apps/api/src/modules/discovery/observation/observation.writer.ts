import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Repositories } from '../../../platform/database';
import { inBatches } from '../accept/batches';
import type { FoundPort } from '../nmap';
import { AssetObservationEntity } from './asset-observation.entity';

/** The ports seen on one asset at one moment. */
export interface PortSighting {
  assetId: string;
  organisationId: string;
  seenAt: Date;
  ports: readonly FoundPort[];
}

type Draft = Partial<AssetObservationEntity>;
type Edit = { row: AssetObservationEntity; patch: Draft };

/** Keeps the latest word on each port of an asset. */
@Injectable()
export class ObservationWriter {
  constructor(private readonly repositories: Repositories) {}

  /** Answers how many observations were added or renewed. */
  async write(sightings: readonly PortSighting[]): Promise<number> {
    const known = await this.known(sightings);
    const drafts: Draft[] = [];
    const edits: Edit[] = [];
    for (const sighting of sightings)
      for (const port of sighting.ports) {
        const row = known.get(keyOf(sighting.assetId, port));
        if (row) edits.push(...renewed(row, port, sighting.seenAt));
        else if (worthKeeping(port)) drafts.push(observed(sighting, port));
      }
    for (const batch of inBatches(drafts)) await this.repositories.of(AssetObservationEntity).createMany(batch);
    return drafts.length + (await this.repositories.of(AssetObservationEntity).updateMany(edits));
  }

  private async known(sightings: readonly PortSighting[]): Promise<Map<string, AssetObservationEntity>> {
    const found = new Map<string, AssetObservationEntity>();
    for (const batch of inBatches(sightings)) {
      const assetId = In(batch.map((sighting) => sighting.assetId));
      const rows = await this.repositories.of(AssetObservationEntity).find({ assetId });
      for (const row of rows) found.set(keyOf(row.assetId, row), row);
    }
    return found;
  }
}

/** A port that was never open says nothing worth a row. */
const worthKeeping = ({ state }: FoundPort): boolean => state.startsWith('open');

const keyOf = (assetId: string, { protocol, port }: Pick<FoundPort, 'protocol' | 'port'>): string =>
  `${assetId} ${protocol}/${port}`;

function observed({ assetId, organisationId, seenAt }: PortSighting, port: FoundPort): Draft {
  const { protocol, port: number, state } = port;
  const times = { firstSeenAt: seenAt, lastSeenAt: seenAt };
  return { organisationId, assetId, protocol, port: number, state, ...serviceOf(port), ...times };
}

function renewed(row: AssetObservationEntity, port: FoundPort, seenAt: Date): Edit[] {
  if (seenAt <= row.lastSeenAt) return [];
  // What usually lives on a port number never replaces what the service itself said.
  const better = port.service && (port.service.method === 'probed' || !row.probed);
  return [{ row, patch: { state: port.state, ...(better ? serviceOf(port) : {}), lastSeenAt: seenAt } }];
}

function serviceOf({ service }: FoundPort): Pick<Draft, 'service' | 'product' | 'serviceVersion' | 'probed'> {
  return {
    service: service?.name ?? null,
    product: service?.product ?? null,
    serviceVersion: service?.version ?? null,
    probed: service?.method === 'probed',
  };
}
