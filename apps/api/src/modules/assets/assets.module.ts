import { Module } from '@nestjs/common';
import { registerMigrations } from '../../platform/database';
import { Assets } from './migrations/1763700050000-assets';

registerMigrations(Assets);

@Module({})
export class AssetsModule {}
