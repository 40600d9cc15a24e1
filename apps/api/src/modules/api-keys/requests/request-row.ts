/** One request of a key, as it stands in the spool and in the table. */
export interface RequestRow {
  id: string;
  organisationId: string;
  keyId: string;
  /** ISO 8601, UTC. */
  occurredAt: string;
  method: string;
  /** The route's template, never the address with its values. */
  endpoint: string;
  status: number;
  bytes: number;
  milliseconds: number;
  ip: string | null;
  requestId: string;
}
