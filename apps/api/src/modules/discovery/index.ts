export { DiscoveryModule } from './discovery.module';
export { ScanEntity, ScanHostEntity, SCAN_STATES } from './scan/scan.entity';
export { ScanUploadService } from './scan/scan-upload.service';
export { ScanAcceptService } from './accept/scan-accept.service';
export { AssetObservationEntity } from './observation/asset-observation.entity';
