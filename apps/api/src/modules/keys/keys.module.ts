import { Module } from '@nestjs/common';
import { KeyBook } from './key-book.service';
import { KeysController } from './keys.controller';
import { KeyCareJob } from './rotation/key-care.job';
import { DataKeyRotation, RotationQueue } from './rotation/rotate.job';

@Module({
  controllers: [KeysController],
  providers: [RotationQueue, DataKeyRotation, KeyCareJob, KeyBook],
  exports: [KeyBook],
})
export class KeysModule {}
