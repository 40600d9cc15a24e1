import { Column } from 'typeorm';
import { OrgOwned, OrgRow } from '../../../platform/database';
import type { FoundHost, HostState } from '../nmap';

/** `reconciled` once nothing is left to decide; `discarded` when somebody put it aside. */
export const SCAN_STATES = ['waiting', 'reconciled', 'discarded'] as const;
export type ScanState = (typeof SCAN_STATES)[number];

/** One uploaded scan file. The same content is kept once per organisation. */
@OrgOwned({ noun: 'scan', label: 'filename' })
export class ScanEntity extends OrgRow {
  @Column('varchar', { length: 255 })
  filename: string;

  /** Bytes. */
  @Column('int')
  size: number;

  /** Lower-case hex. */
  @Column('char', { length: 64 })
  sha256: string;

  @Column('varchar', { length: 255 })
  scanner: string;

  /** One command line per document of the file. */
  @Column('mediumtext')
  args: string;

  @Column('datetime', { precision: 6, nullable: true })
  startedAt: Date | null;

  @Column('datetime', { precision: 6, nullable: true })
  finishedAt: Date | null;

  /** False when the scanner was stopped: then an absent host proves nothing. */
  @Column('boolean')
  complete: boolean;

  @Column('int')
  documents: number;

  @Column('json')
  warnings: string[];

  @Column('int')
  hostCount: number;

  @Column('int')
  hostsUp: number;

  @Column('varchar', { length: 12 })
  state: ScanState;

  @Column('varchar', { length: 64 })
  uploadedBy: string;

  @Column('varchar', { length: 255 })
  uploadedByName: string;

  @Column('datetime', { precision: 6, nullable: true })
  acceptedAt: Date | null;
}

/** One host of a scan as the file said it; part of the scan, so it leaves no event of its own. */
@OrgOwned({ noun: 'scan_host', label: 'address', events: null })
export class ScanHostEntity extends OrgRow {
  @Column('uuid')
  scanId: string;

  @Column('int')
  position: number;

  @Column('varchar', { length: 45 })
  address: string;

  @Column('varchar', { length: 10 })
  state: HostState;

  @Column('json')
  host: FoundHost;
}
