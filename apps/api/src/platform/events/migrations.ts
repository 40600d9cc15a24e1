import { registerMigrations } from '../database';
import { Events } from './migrations/1763700000000-events';
import { EventEpochs } from './migrations/1764600000000-event-epochs';

registerMigrations(Events, EventEpochs);
