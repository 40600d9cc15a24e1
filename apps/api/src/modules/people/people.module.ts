import { Module } from '@nestjs/common';
import { registerMigrations } from '../../platform/database';
import { People } from './migrations/1763700040000-people';

registerMigrations(People);

@Module({})
export class PeopleModule {}
