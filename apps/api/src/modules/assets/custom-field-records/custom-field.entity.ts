import { Column } from 'typeorm';
import { OrgOwned, OrgRow } from '../../../platform/database';
import type { AssetTypeCode } from '../asset-types';
import type { CustomFieldType, RelationTarget } from '../custom-fields';

/** A field an organisation adds to its assets; `slug` is the key in the stored JSON and never changes. */
@OrgOwned({ noun: 'custom_field', label: 'label' })
export class CustomFieldEntity extends OrgRow {
  /** Null: on assets of every type. */
  @Column('json', { nullable: true })
  assetTypes: AssetTypeCode[] | null;

  @Column('varchar', { length: 60 })
  slug: string;

  @Column('varchar', { length: 120 })
  label: string;

  @Column('varchar', { length: 16 })
  type: CustomFieldType;

  @Column('boolean')
  required: boolean;

  @Column('varchar', { name: 'lower_limit', length: 40, nullable: true })
  min: string | null;

  @Column('varchar', { name: 'upper_limit', length: 40, nullable: true })
  max: string | null;

  @Column('varchar', { length: 200, nullable: true })
  pattern: string | null;

  @Column('json', { nullable: true })
  options: string[] | null;

  @Column('varchar', { length: 20, nullable: true })
  relatesTo: RelationTarget | null;

  @Column('int')
  position: number;

  @Column('varchar', { length: 255, nullable: true })
  help: string | null;
}
