import { Column } from 'typeorm';
import { OrgOwned, OrgRow } from '../../../platform/database';

/** A folder of credentials, with the rules for what lies in it and below. */
@OrgOwned({ noun: 'vault_folder', events: 'vault' })
export class VaultFolderEntity extends OrgRow {
  @Column('varchar', { length: 120 })
  name: string;

  @Column('uuid', { nullable: true })
  parentId: string | null;

  /** Revealing asks for a reason. */
  @Column('boolean')
  reasonRequired: boolean;

  /** How fresh the proof of identity must be, 0 to 15 minutes; null leaves it to the folder above. */
  @Column('tinyint', { nullable: true })
  stepUpMinutes: number | null;
}
