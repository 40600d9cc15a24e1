import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { absoluteTime } from '@st0r/ui';
import type { Api } from '@st0r/api-client';

import { api } from '../../shared/api';
import type { TimeRange } from './event-list';

export type EventChart = Api<'EventChart'>;

/** One day in milliseconds. */
export const DAY = 86_400_000;
const usualDays = 30;
/** The server draws 400 bars at most. */
const longestDays = 398;
/** Up to so many days a bar is an hour. */
const hourlyDays = 4;

/** Events over the time in view, the last thirty days where none is chosen. */
export function useChart(range: TimeRange) {
  const { org } = useParams();
  const { from, to, bucket } = spanOf(range, Date.now());
  const query = { org: org === 'all' ? undefined : org, from, to, bucket };
  return useQuery({
    queryKey: ['list', 'events/chart', query],
    queryFn: ({ signal }) => api.get<EventChart>('events/chart', query, { signal }),
    placeholderData: keepPreviousData,
  });
}

/** What to ask the chart for; `now` is rounded to the minute, so that a redraw asks nothing new. */
export function spanOf(range: TimeRange, now: number): { from?: string; to?: string; bucket: 'hour' | 'day' } {
  const end = range.to ?? Math.ceil(now / 60_000) * 60_000;
  const wanted = range.from ?? end - usualDays * DAY;
  const start = Math.max(wanted, end - longestDays * DAY);
  const bucket = end - start <= hourlyDays * DAY ? 'hour' : 'day';
  // Without a chosen time the server's own thirty days are asked for, which stay the same all day.
  if (range.from === undefined && range.to === undefined) return { bucket: 'day' };
  return { from: new Date(start).toISOString(), to: new Date(end).toISOString(), bucket };
}

/** Milliseconds one bar covers. */
export const lengthOf = (chart: EventChart): number => (chart.bucket === 'hour' ? DAY / 24 : DAY);

const dayWords = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' });

/** When a bar begins; days are the server's, in UTC, hours are the reader's. */
export const wordsOf = (at: string | number, bucket: string): string =>
  bucket === 'day' ? dayWords.format(new Date(at)) : absoluteTime(at);
