import { Column } from 'typeorm';
import { OrgOwned, OrgRow } from '../../../platform/database';

/** An uploaded file between its preview and its import; gone after a day. Only the import itself leaves events. */
@OrgOwned({ noun: 'asset_import', label: 'filename', events: null })
export class AssetImportEntity extends OrgRow {
  @Column('varchar', { length: 255 })
  filename: string;

  /** The person who uploaded it; nobody else may use it. */
  @Column('varchar', { length: 64 })
  uploadedBy: string;

  /** Gzip of the file as uploaded. */
  @Column('longblob')
  content: Buffer;

  /** Gzip of the CSV of refused rows of the last run. */
  @Column('longblob', { nullable: true })
  refusedRows: Buffer | null;
}
