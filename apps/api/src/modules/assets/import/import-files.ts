import { Injectable } from '@nestjs/common';
import { gzipSync } from 'node:zlib';
import { EventRecorder } from '../../../platform/events';
import { NotFound } from '../../../platform/errors';
import type { Upload } from '../../../platform/http';
import { ResourceHouse } from '../../../platform/resource';
import { AssetImportEntity } from './asset-import.entity';

/** Uploaded files between preview and import. Only who uploaded one may use it, for a day. */
@Injectable()
export class ImportFiles {
  constructor(
    private readonly house: ResourceHouse,
    private readonly recorder: EventRecorder,
  ) {}

  async keep(organisationId: string, { filename, content }: Upload): Promise<AssetImportEntity> {
    await this.house.sql.scoped(
      'DELETE FROM asset_import WHERE organisation_id IN (:scope) AND created_at < UTC_TIMESTAMP() - INTERVAL 1 DAY',
    );
    return this.files.create({
      organisationId,
      filename,
      uploadedBy: this.house.context.actor.id,
      content: gzipSync(content),
      refusedRows: null,
    });
  }

  async get(id: string): Promise<AssetImportEntity> {
    const file = await this.files.findOne({ id, uploadedBy: this.house.context.actor.id });
    if (!file) throw new NotFound('asset_import');
    return file;
  }

  async keepRefused(file: AssetImportEntity, refusedRows: Buffer | null): Promise<void> {
    await this.files.update(file, { refusedRows });
  }

  /** The import as a whole; each asset leaves its own event as well. */
  record({ id, organisationId, filename }: AssetImportEntity, counts: object): void {
    this.recorder.record({
      action: 'asset.imported',
      category: 'record',
      organisationId,
      target: { type: 'asset_import', id, label: filename },
      details: { ...counts },
    });
  }

  private get files() {
    return this.house.repositories.of(AssetImportEntity);
  }
}
