import { migration } from '../../../platform/database';

/**
 * Several database nodes find a row by its primary key. Made anew and not altered: each node would give rows that are there
 * already another id. What is lost is a count of ten minutes.
 */
export const BreachesHaveAKey = migration('BreachesHaveAKey1766400010000', [
  `CREATE OR REPLACE TABLE api_key_breach (
    id UUID NOT NULL DEFAULT UUID() PRIMARY KEY,
    organisation_id UUID NOT NULL,
    api_key_id UUID NOT NULL,
    occurred_at DATETIME(6) NOT NULL,
    KEY (organisation_id, api_key_id, occurred_at)
  )`,
]);
