import { Column } from 'typeorm';
import { HouseRow, HouseWide } from '../../../platform/database';

/** A person as one connection knows them. Without a user it waits for an administrator to say whose it is. */
@HouseWide({ noun: 'sso.identity', table: 'external_identity', label: 'displayName', events: 'admin' })
export class ExternalIdentityEntity extends HouseRow {
  @Column('uuid')
  connectionId: string;

  @Column('binary', { length: 32, select: false })
  subjectHash: Buffer;

  /** The key that never changes: issuer and subject, tenant and object id, entry UUID. */
  @Column('varchar', { length: 1024 })
  subject: string;

  @Column('uuid', { nullable: true })
  userId: string | null;

  /** As the provider said last; for people to read, never to compare. */
  @Column('varchar', { length: 254, nullable: true })
  email: string | null;

  @Column('varchar', { length: 120, nullable: true })
  displayName: string | null;

  @Column('datetime', { precision: 6, nullable: true })
  lastSeenAt: Date | null;
}
