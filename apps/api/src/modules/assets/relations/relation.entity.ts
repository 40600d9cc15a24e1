import { Column } from 'typeorm';
import { OrgOwned, OrgRow } from '../../../platform/database';

/** How one record stands to another: source -> target, and how the target says it. */
export const RELATION_KINDS = {
  applies_to: { label: 'applies to', inverse: 'has applying' },
  contains: { label: 'contains', inverse: 'is contained in' },
  credentials: { label: 'is the credential of', inverse: 'has the credential' },
  depends_on: { label: 'depends on', inverse: 'is needed by' },
  documented_by: { label: 'is documented by', inverse: 'documents' },
  related_to: { label: 'is related to', inverse: 'is related to' },
  responsible_for: { label: 'is responsible for', inverse: 'is looked after by' },
  used_by: { label: 'is used by', inverse: 'uses' },
} as const;
export type RelationKind = keyof typeof RELATION_KINDS;
export const RELATION_KIND_CODES = Object.keys(RELATION_KINDS) as RelationKind[];

/** A typed arrow between two records of one organisation. */
@OrgOwned({ noun: 'relation', label: 'kind' })
export class RelationEntity extends OrgRow {
  @Column('varchar', { length: 20 })
  kind: RelationKind;

  @Column('varchar', { length: 40 })
  sourceType: string;

  @Column('uuid')
  sourceId: string;

  @Column('varchar', { length: 40 })
  targetType: string;

  @Column('uuid')
  targetId: string;

  @Column('varchar', { length: 500, nullable: true })
  note: string | null;
}
