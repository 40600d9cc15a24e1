import { registerMigrations } from '../database/migrations';
import { RootKeys } from './migrations/1764700000000-root-keys';
import { DataKeys } from './migrations/1764700100000-data-keys';

registerMigrations(RootKeys, DataKeys);
