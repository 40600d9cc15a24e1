import { registerMigrations } from '../database';
import { Events } from './migrations/1763700000000-events';

registerMigrations(Events);
