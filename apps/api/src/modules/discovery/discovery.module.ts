import { Module } from '@nestjs/common';
import { registerMigrations } from '../../platform/database';
import { partsOf } from '../../platform/resource';
import { AssetsModule } from '../assets';
import { JobsModule } from '../jobs';
import { AssetChanger } from './accept/asset.changer';
import { InterfaceWriter } from './accept/interface.writer';
import { ManufacturerFinder } from './accept/manufacturer.finder';
import { AcceptanceWriters, ScanAcceptService } from './accept/scan-accept.service';
import { SeenWriter } from './accept/seen.writer';
import { Discovery } from './migrations/1763700070000-discovery';
import { assetObservationResource } from './observation/asset-observation.resource';
import { ObservationWriter } from './observation/observation.writer';
import { RecordedDevices } from './scan/recorded-devices';
import { ReconciliationService } from './scan/reconciliation.service';
import { ScanVerbsController } from './scan/scan.controller';
import { scanResource } from './scan/scan.resource';
import { ScanProposalResolver } from './scan/scan.resolver';
import { ScanService } from './scan/scan.service';
import { ScanProposalService } from './scan/scan-proposal.service';
import { ScanJobs } from './scan/scan-jobs.service';
import { AcceptScan, ReadScanFile } from './scan/scan.jobs';
import { ScanUploadService } from './scan/scan-upload.service';

registerMigrations(Discovery);
const parts = partsOf({ resource: scanResource, service: ScanService }, assetObservationResource);

@Module({
  imports: [AssetsModule, JobsModule],
  controllers: [ScanVerbsController, ...parts.controllers],
  providers: [
    RecordedDevices,
    ReconciliationService,
    ScanProposalService,
    ScanProposalResolver,
    ScanUploadService,
    ScanJobs,
    ReadScanFile,
    AcceptScan,
    ManufacturerFinder,
    InterfaceWriter,
    AssetChanger,
    SeenWriter,
    ObservationWriter,
    AcceptanceWriters,
    ScanAcceptService,
    ...parts.providers,
  ],
  exports: [ScanUploadService, ScanAcceptService],
})
export class DiscoveryModule {}
