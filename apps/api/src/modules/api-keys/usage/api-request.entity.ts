import { Column, PrimaryColumn } from 'typeorm';
import { OrgOwned } from '../../../platform/database';

/** A request of a key as the usage page reads it. Rows are written in batches, never through an entity. */
@OrgOwned({ noun: 'api_request', label: 'endpoint', events: null })
export class ApiRequestEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  organisationId: string;

  @Column('uuid')
  apiKeyId: string;

  @Column('datetime', { precision: 6 })
  occurredAt: Date;

  @Column('varchar', { length: 8 })
  method: string;

  @Column('varchar', { length: 160 })
  endpoint: string;

  @Column('smallint')
  status: number;

  @Column('int', { unsigned: true })
  bytes: number;

  @Column('int', { unsigned: true })
  milliseconds: number;

  @Column('varchar', { length: 45, nullable: true })
  ip: string | null;

  @Column('varchar', { length: 64 })
  requestId: string;
}
