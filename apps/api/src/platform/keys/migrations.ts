import { registerMigrations } from '../database/migrations';
import { RootKeys } from './migrations/1764700000000-root-keys';

registerMigrations(RootKeys);
