import { HOUSE } from '../../../platform/database';

const SEALED = 'FROM event_seal s JOIN event e ON e.n = s.event_n /* tally of all organisations */';
const ADDED = 'ON DUPLICATE KEY UPDATE total = total + VALUES(total)';

/** What the security chart shows, in the order it is stacked. */
export const SECURITY_KINDS = ['failed', 'slowed_down', 'refused', 'limited', 'banned', 'key_misuse'] as const;
export type SecurityKind = (typeof SECURITY_KINDS)[number];

const KIND_OF = `CASE e.action
  WHEN 'session.sign_in_failed' THEN IF(JSON_VALUE(e.details, '$.reason') = 'slowed_down', 'slowed_down', 'failed')
  WHEN 'address.refused' THEN 'refused'
  WHEN 'limit.reached' THEN 'limited'
  WHEN 'address.banned' THEN 'banned'
  ELSE 'key_misuse' END`;
/** Of a refused address: its country where that decided, otherwise what decided. */
const LABEL_OF = `IF(e.action = 'address.refused',
  LEFT(COALESCE(IF(JSON_VALUE(e.details, '$.because') = 'country', JSON_VALUE(e.details, '$.country'), NULL),
    JSON_VALUE(e.details, '$.because'), ''), 20), '')`;

/** A program that was forgotten, and a key an administrator put to rest, are no misuse. */
const HARMLESS = `(e.action = 'api_key.refused' AND COALESCE(JSON_VALUE(e.details, '$.reason'), '') IN ('expired', 'replaced', 'owner_inactive')
  OR e.action = 'api_key.suspended' AND COALESCE(JSON_VALUE(e.details, '$.for'), '') <> 'breaches')`;

/** One way of counting sealed events: who follows the log for it, and a statement over span, format, begin and end. */
export interface EventCount {
  readonly name: string;
  readonly statement: string;
}

/** Each has a cursor of its own: what is counted later than the others begins with the first event there is. */
export const EVENT_COUNTS = {
  categories: {
    name: 'tally',
    statement: `INSERT INTO event_tally (organisation_id, span, at, category, total)
      SELECT COALESCE(e.organisation_id, '${HOUSE}'), ?, DATE_FORMAT(e.occurred_at, ?), e.category, COUNT(*)
      ${SEALED} WHERE s.seq > ? AND s.seq <= ? GROUP BY 1, 3, 4 ${ADDED}`,
  },
  security: {
    name: 'security',
    statement: `INSERT INTO security_tally (span, at, kind, label, total)
      SELECT ?, DATE_FORMAT(e.occurred_at, ?), ${KIND_OF}, ${LABEL_OF}, COUNT(*)
      ${SEALED} WHERE s.seq > ? AND s.seq <= ? AND e.action IN ('session.sign_in_failed', 'address.refused',
        'limit.reached', 'address.banned', 'api_key.refused', 'api_key.suspended', 'api.scope.violation')
        AND NOT ${HARMLESS}
      GROUP BY 2, 3, 4 ${ADDED}`,
  },
} as const satisfies Record<string, EventCount>;
