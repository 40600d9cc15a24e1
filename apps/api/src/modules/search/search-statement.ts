/** Types that share the organisations they may be found in. */
export interface SearchReach {
  type: string;
  organisations: readonly string[];
}

/** One question to the index: the word that drives it, and others the record must have as well. */
export interface SearchProbe {
  word: string;
  whole: boolean;
  others: readonly string[];
}

/** From here on one walk along the word is cheaper than a dive per organisation. */
const MANY_ORGANISATIONS = 20;

/** At most `limit` entries per type, each type bounded by its own index range, permission filtered in the statement. */
export function searchStatement(
  reaches: readonly SearchReach[],
  probe: SearchProbe,
  limit: number,
): { text: string; params: unknown[] } {
  const parts = reaches.map((reach) => reachStatement(reach, probe, limit));
  return {
    text: parts.map((part) => `(${part.text})`).join(' UNION ALL '),
    params: parts.flatMap((part) => part.params),
  };
}

function reachStatement(reach: SearchReach, probe: SearchProbe, limit: number): { text: string; params: unknown[] } {
  const { type, organisations } = reach;
  const index = organisations.length > MANY_ORGANISATIONS ? 'by_word' : 'PRIMARY';
  const others = probe.others
    .map(
      () => ` AND EXISTS (SELECT 1 FROM search_word v FORCE INDEX (by_entry)
      WHERE v.entry_id = w.entry_id AND v.organisation_id = w.organisation_id AND v.word LIKE ?)`,
    )
    .join('');
  return {
    text: `SELECT DISTINCT e.type, e.id, e.title, e.subtitle, e.organisation_id AS organisationId
      FROM search_word w FORCE INDEX (${index})
      STRAIGHT_JOIN search_entry e ON e.organisation_id = w.organisation_id AND e.id = w.entry_id AND e.archived = 0
      WHERE w.type = ? AND w.organisation_id IN (${organisations.map(() => '?').join(', ')})
      AND w.word ${probe.whole ? '= ?' : 'LIKE ?'}${others} LIMIT ${limit}`,
    params: [type, ...organisations, probe.whole ? probe.word : prefix(probe.word), ...probe.others.map(prefix)],
  };
}

const prefix = (word: string): string => `${word.replace(/[\\%_]/g, (mark) => `\\${mark}`)}%`;
