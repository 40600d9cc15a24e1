import { Module } from '@nestjs/common';
import { registerMigrations } from '../../platform/database';
import { partsOf } from '../../platform/resource';
import { JobsModule } from '../jobs';
import { AssetChecks } from './asset/asset-checks';
import { AssetHistory } from './asset/asset-history';
import { AssetInterfaces } from './asset/asset-interfaces';
import { AssetWriter } from './asset/asset-writer';
import { AssetController } from './asset/asset.controller';
import { assetResource } from './asset/asset.resource';
import { AssetLifeResolver } from './asset/asset.resolver';
import { AssetService } from './asset/asset.service';
import { AssetBulkController } from './bulk/asset-bulk.controller';
import { AssetBulkService } from './bulk/asset-bulk.service';
import { BulkPlanner } from './bulk/bulk-planner';
import { CatalogueSeed } from './catalogue-records/catalogue-seed';
import { manufacturerResource } from './catalogue-records/manufacturer.resource';
import { ModelImportController } from './catalogue-records/model-import.controller';
import { ImportModels } from './catalogue-records/model-import.job';
import { ModelImportService } from './catalogue-records/model-import.service';
import { ModelStore } from './catalogue-records/model-store';
import { modelResource } from './catalogue-records/model.resource';
import { ModelService } from './catalogue-records/model.service';
import { CustomFieldDefinitions } from './custom-field-records/custom-field-definitions';
import { customFieldResource } from './custom-field-records/custom-field.resource';
import { CustomFieldService } from './custom-field-records/custom-field.service';
import { AssetExportColumns } from './export/asset-export.columns';
import { ImportAssets } from './import/asset-import.job';
import { AssetImportController } from './import/asset-import.controller';
import { AssetImportService } from './import/asset-import.service';
import { ImportBatch } from './import/import-batch';
import { ImportFiles } from './import/import-files';
import { ImportLookups } from './import/import-lookups';
import { ImportRun } from './import/import-run';
import { Assets } from './migrations/1763700050000-assets';
import { RecordDirectory } from './relations/record-directory';
import { RelationController } from './relations/relation.controller';
import { RelationService } from './relations/relation.service';

registerMigrations(Assets);
const parts = partsOf(
  manufacturerResource,
  { resource: modelResource, service: ModelService },
  { resource: customFieldResource, service: CustomFieldService },
  { resource: assetResource, service: AssetService, exports: AssetExportColumns },
);
const ASSET_PARTS = [AssetInterfaces, AssetHistory, AssetChecks, AssetWriter];
const BULK_PARTS = [AssetBulkService, BulkPlanner];
const CSV_PARTS = [AssetImportService, ImportAssets, ImportBatch, ImportFiles, ImportLookups, ImportRun];
const CATALOGUE_PARTS = [ImportModels, ModelStore, ModelImportService, CatalogueSeed];

@Module({
  imports: [JobsModule],
  controllers: [
    AssetBulkController,
    AssetImportController,
    AssetController,
    ModelImportController,
    RelationController,
    ...parts.controllers,
  ],
  providers: [
    ...ASSET_PARTS,
    AssetLifeResolver,
    ...BULK_PARTS,
    ...CSV_PARTS,
    ...CATALOGUE_PARTS,
    CustomFieldDefinitions,
    RecordDirectory,
    RelationService,
    ...parts.providers,
  ],
  exports: [AssetService, AssetInterfaces, AssetWriter, CatalogueSeed, ModelImportService, ModelStore],
})
export class AssetsModule {}
