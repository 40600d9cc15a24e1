export { AssetsModule } from './assets.module';
export { AssetEntity, FIELD_SOURCES, type FieldSource } from './asset/asset.entity';
export { AssetAddressEntity, AssetInterfaceEntity } from './asset/asset-interface.entity';
export { ASSET_TYPES, ASSET_TYPE_CODES, type AssetTypeCode } from './asset-types';
