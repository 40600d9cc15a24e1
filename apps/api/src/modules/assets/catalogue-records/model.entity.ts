import { Column } from 'typeorm';
import { HouseRow, HouseWide } from '../../../platform/database';
import type { AssetTypeCode } from '../asset-types';

/** Where a model came from: our own catalogue, an imported library, or typed in. */
export const MODEL_SOURCES = ['catalogue', 'library', 'own'] as const;
export type ModelSource = (typeof MODEL_SOURCES)[number];

/** A port every device of the model has. */
export type ModelPort = { list: string; name: string; type: string; poeMode?: string | null; mgmtOnly?: boolean };

/** A product of a manufacturer, known to the whole installation. */
@HouseWide({ noun: 'model', events: 'admin', sealed: ['ports'] })
export class ModelEntity extends HouseRow {
  @Column('uuid')
  manufacturerId: string;

  @Column('varchar', { length: 120 })
  name: string;

  @Column('varchar', { length: 255, nullable: true })
  partNumber: string | null;

  @Column('varchar', { length: 255 })
  slug: string;

  @Column('varchar', { length: 32, nullable: true })
  type: AssetTypeCode | null;

  /** Rack units in halves; 0 = not rack-mounted. */
  @Column('decimal', { name: 'u_height', precision: 4, scale: 1, transformer: { to: (v: unknown) => v, from: Number } })
  uHeight: number;

  @Column('boolean')
  fullDepth: boolean;

  /** Watts drawn at most, or delivered by a UPS; null = unknown. */
  @Column('int', { nullable: true })
  maxWatts: number | null;

  @Column('json', { nullable: true })
  ports: ModelPort[] | null;

  @Column('varchar', { length: 10 })
  source: ModelSource;

  @Column('mediumtext', { nullable: true })
  notes: string | null;
}
