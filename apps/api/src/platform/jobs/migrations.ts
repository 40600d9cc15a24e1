import { registerMigrations } from '../database';
import { Jobs } from './migrations/1764100000000-jobs';

registerMigrations(Jobs);
