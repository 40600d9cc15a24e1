import { migration } from '../../database/migration';
import { EPOCH_TRIGGERS, createTrigger } from '../event-guards';

/** What is left of events whose time is over: enough to prove that the rest of the log goes on from them. */
export const EventEpochs = migration('EventEpochs1764600000000', [
  `CREATE TABLE IF NOT EXISTS event_epoch (
    number INT UNSIGNED NOT NULL PRIMARY KEY,
    first_seq BIGINT UNSIGNED NOT NULL,
    last_seq BIGINT UNSIGNED NOT NULL UNIQUE,
    note TEXT NOT NULL,
    created_at DATETIME(6) NOT NULL
  )`,
  ...EPOCH_TRIGGERS.map(createTrigger),
]);
