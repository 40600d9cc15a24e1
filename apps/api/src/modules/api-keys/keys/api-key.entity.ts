import { Column } from 'typeorm';
import { OrgOwned, OrgRow } from '../../../platform/database';

/** A key a program signs in with, in the name of the person who made it. Its secrets are rows of their own, hashed. */
@OrgOwned({ noun: 'api_key', events: null, readFirst: true })
export class ApiKeyEntity extends OrgRow {
  @Column('varchar', { length: 120 })
  name: string;

  @Column('varchar', { length: 500, nullable: true })
  note: string | null;

  @Column('uuid')
  ownerId: string;

  @Column('varchar', { length: 120 })
  ownerName: string;

  /** The beginning of its newest secret, by which a person tells keys apart. */
  @Column('char', { length: 15 })
  prefix: string;

  /** Every organisation it reaches, the one that manages it included. */
  @Column('json')
  organisationIds: string[];

  @Column('json')
  scopes: string[];

  @Column('json')
  networks: string[];

  @Column('int')
  requestsPerMinute: number;

  @Column('date')
  expiresOn: string;

  /** When its newest secret was made; how far ahead it may expire counts from here. */
  @Column('datetime', { precision: 6 })
  issuedAt: Date;

  @Column('datetime', { precision: 6, nullable: true })
  suspendedAt: Date | null;

  @Column('varchar', { length: 12, nullable: true })
  suspendedFor: string | null;

  @Column('datetime', { precision: 6, nullable: true })
  revokedAt: Date | null;

  @Column('datetime', { precision: 6, nullable: true })
  lastUsedAt: Date | null;

  @Column('varchar', { length: 45, nullable: true })
  lastUsedIp: string | null;
}
