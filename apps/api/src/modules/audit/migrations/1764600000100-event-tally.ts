import { migration } from '../../../platform/database';

/** Events counted by hour and by day for the chart, and how far whoever follows the log has come. */
export const EventTally = migration('EventTally1764600000100', [
  `CREATE TABLE IF NOT EXISTS event_tally (
    organisation_id UUID NOT NULL,
    span CHAR(4) CHARACTER SET ascii NOT NULL,
    at DATETIME NOT NULL,
    category VARCHAR(20) CHARACTER SET ascii NOT NULL,
    total INT UNSIGNED NOT NULL,
    PRIMARY KEY (organisation_id, span, at, category)
  )`,
  `CREATE TABLE IF NOT EXISTS event_follower (
    name VARCHAR(40) CHARACTER SET ascii NOT NULL PRIMARY KEY,
    seq BIGINT UNSIGNED NOT NULL,
    n BIGINT UNSIGNED NOT NULL
  )`,
]);
