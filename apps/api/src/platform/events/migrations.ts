import { registerMigrations } from '../database';
import { Leases } from '../database/migrations/1766400000000-leases';
import { Events } from './migrations/1763700000000-events';
import { EventEpochs } from './migrations/1764600000000-event-epochs';

// What the sealer needs is theirs: who leads is written in the transaction of the seals.
registerMigrations(Events, EventEpochs, Leases);
