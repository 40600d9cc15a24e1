export { AssetsModule } from './assets.module';
export { AssetEntity } from './asset/asset.entity';
export { AssetAddressEntity, AssetInterfaceEntity } from './asset/asset-interface.entity';
export { AssetWriter, type AssetDraft } from './asset/asset-writer';
export type { AssetTypeCode } from './asset-types';
export { CatalogueSeed } from './catalogue-records/catalogue-seed';
export { ManufacturerEntity } from './catalogue-records/manufacturer.entity';
export { ModelImportService } from './catalogue-records/model-import.service';
