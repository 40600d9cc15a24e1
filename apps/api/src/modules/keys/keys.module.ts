import { Module } from '@nestjs/common';
import { OrgsModule } from '../orgs';
import { KitBook } from './kit/kit-book';
import { RecoveryKitController } from './kit/recovery-kit.controller';
import { RecoveryKits } from './kit/recovery-kits.service';
import { KeyBook } from './key-book.service';
import { KeysController } from './keys.controller';
import { KeyCareJob } from './rotation/key-care.job';
import { DataKeyRotation, RotationQueue } from './rotation/rotate.job';
import { ShredJob } from './shred/shred.job';
import { ShreddingController } from './shred/shredding.controller';
import { ShreddingService } from './shred/shredding.service';

@Module({
  imports: [OrgsModule],
  controllers: [KeysController, ShreddingController, RecoveryKitController],
  providers: [RotationQueue, DataKeyRotation, KeyCareJob, KeyBook, ShreddingService, ShredJob, KitBook, RecoveryKits],
  exports: [KeyBook, KitBook, RecoveryKits],
})
export class KeysModule {}
