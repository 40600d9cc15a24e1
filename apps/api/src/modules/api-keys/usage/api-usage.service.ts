import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database';
import { Invalid } from '../../../platform/errors';
import { OUTCOMES, OUTCOME_SQL } from './outcome';
import { USAGE_BUCKETS, type ApiUsageBarDto, type ApiUsageDto, type ApiUsageEndpointDto } from './api-request.dto';

const LENGTH = { hour: 3_600_000, day: 86_400_000 } as const;
const MOST_BARS = 400;
const MOST_ENDPOINTS = 100;
/** Bars where no time was chosen: a month of days, three days of hours. */
const USUAL_BARS = { hour: 72, day: 30 } as const;

type Query = Record<string, unknown>;
interface Condition {
  text: string;
  params: unknown[];
}
interface Span {
  from: number;
  count: number;
  length: number;
}

/** Use over time, from the sums by the hour: as fast for a million requests as for ten. */
@Injectable()
export class ApiUsage {
  constructor(private readonly sql: Sql) {}

  /** Bars without gaps from `from` to `to`, both widened to whole buckets in UTC, and the busiest routes of that time. */
  async read(query: Query): Promise<ApiUsageDto> {
    const bucket = choice('bucket', query['bucket'] ?? 'day', USAGE_BUCKETS);
    const span = spanOf(query, bucket);
    const where = conditionOf(query, span);
    const [bars, endpoints] = [await this.bars(span, where), await this.endpoints(where)];
    const [from, to] = [iso(span.from), iso(span.from + span.count * span.length)];
    return { from, to, bucket, bars, endpoints };
  }

  private async bars(span: Span, where: Condition): Promise<ApiUsageBarDto[]> {
    const rows = await this.sql.scoped<{ slot: number; outcome: string; total: number }>(
      `SELECT FLOOR(TIMESTAMPDIFF(SECOND, ?, hour) / ?) AS slot, ${OUTCOME_SQL} AS outcome, SUM(requests) AS total
       FROM api_usage WHERE organisation_id IN (:scope) AND ${where.text} GROUP BY slot, outcome`,
      [stored(span.from), span.length / 1000, ...where.params],
    );
    const bars = Array.from({ length: span.count }, (_, at): ApiUsageBarDto => ({
      at: iso(span.from + at * span.length),
      total: 0,
      counts: {},
    }));
    for (const { slot, outcome, total } of rows) {
      const bar = bars[Number(slot)];
      if (!bar) continue;
      bar.counts[outcome] = Number(total);
      bar.total += Number(total);
    }
    return bars;
  }

  private async endpoints(where: Condition): Promise<ApiUsageEndpointDto[]> {
    const rows = await this.sql.scoped<Record<keyof ApiUsageEndpointDto, unknown>>(
      `SELECT method, endpoint, SUM(requests) AS requests, SUM(IF(status >= 400, requests, 0)) AS refused, SUM(bytes) AS bytes,
              ROUND(SUM(milliseconds) / SUM(requests)) AS milliseconds
       FROM api_usage WHERE organisation_id IN (:scope) AND ${where.text}
       GROUP BY method, endpoint ORDER BY requests DESC, endpoint, method LIMIT ${MOST_ENDPOINTS}`,
      where.params,
    );
    return rows.map(({ method, endpoint, ...sums }) => ({
      ...{ method: String(method), endpoint: String(endpoint) },
      ...{ requests: Number(sums.requests), refused: Number(sums.refused) },
      ...{ bytes: Number(sums.bytes), milliseconds: Number(sums.milliseconds) },
    }));
  }
}

function conditionOf(query: Query, { from, count, length }: Span): Condition {
  const parts: Condition[] = [
    { text: 'hour >= ? AND hour < ?', params: [stored(from), stored(from + count * length)] },
    ...anyOf('api_key_id', listOf(query, 'key').map(uuidOf)),
    ...anyOf('endpoint', listOf(query, 'endpoint').map(routeOf)),
    ...anyOf(
      OUTCOME_SQL,
      listOf(query, 'outcome').map((one) => choice('outcome', one, OUTCOMES)),
    ),
  ];
  return { text: parts.map(({ text }) => text).join(' AND '), params: parts.flatMap(({ params }) => params) };
}

const anyOf = (column: string, values: readonly string[]): Condition[] =>
  values.length > 0 ? [{ text: `${column} IN (${values.map(() => '?').join(', ')})`, params: [...values] }] : [];

function spanOf(query: Query, bucket: keyof typeof LENGTH): Span {
  const length = LENGTH[bucket];
  const to = Math.ceil((momentOf(query, 'to') ?? Date.now()) / length) * length;
  const from = Math.floor((momentOf(query, 'from') ?? to - USUAL_BARS[bucket] * length) / length) * length;
  const count = (to - from) / length;
  if (count < 1) throw Invalid.field('/query/to', 'range', 'The end lies before the beginning.');
  if (count > MOST_BARS)
    throw Invalid.field('/query/from', 'range', `At most ${MOST_BARS} bars: choose a shorter time or bucket=day.`, {
      max: MOST_BARS,
    });
  return { from, count, length };
}

function choice<T extends string>(name: string, value: unknown, choices: readonly T[]): T {
  const found = choices.find((one) => one === value);
  if (!found) throw Invalid.field(`/query/${name}`, 'choice', `One of ${choices.join(', ')}.`, { allowed: choices });
  return found;
}

function momentOf(query: Query, name: 'from' | 'to'): number | undefined {
  const text = query[name];
  if (text === undefined) return undefined;
  const moment = typeof text === 'string' && /^\d{4}-\d\d-\d\d/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(moment))
    throw Invalid.field(`/query/${name}`, 'format', 'A moment looks like 2026-12-01T10:00:00Z.');
  return moment;
}

/** Values with commas between them. */
function listOf(query: Query, name: string): string[] {
  const value = query[name];
  if (value === undefined) return [];
  if (typeof value === 'string' && value.length <= 2000) return value.split(',').slice(0, 50);
  throw Invalid.field(`/query/${name}`, 'type', 'One text of at most 2000 characters.');
}

function routeOf(text: string): string {
  if (!/^[!-~]{1,160}$/.test(text))
    throw Invalid.field('/query/endpoint', 'format', 'Give routes as the list shows them, e.g. /api/v1/assets/:id.');
  return text;
}

function uuidOf(text: string): string {
  if (/^[0-9a-f-]{36}$/i.test(text)) return text;
  throw Invalid.field('/query/key', 'format', 'The id of a key.');
}

const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();
const stored = (milliseconds: number): string => iso(milliseconds).replace('T', ' ').replace('Z', '');
