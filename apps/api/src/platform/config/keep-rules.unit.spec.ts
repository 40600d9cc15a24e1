import { describe, expect, it } from 'vitest';
import { madeAt, outOfTime, readKeepRules, surplus } from './keep-rules';

const DAY = 86_400_000;
const nameAt = (at: Date): string => `${at.toISOString().replaceAll(/[-:]|\.\d+/g, '')}-00aa`;
const nights = (count: number, last = '2026-11-26T02:30:00Z'): string[] =>
  Array.from({ length: count }, (_, night) => nameAt(new Date(Date.parse(last) - night * DAY))).sort();

describe('which backups stay', () => {
  it('keeps the newest of each day, week and month that is asked for, and no other', () => {
    const all = nights(400);
    const gone = new Set(surplus(all, { daily: 7, weekly: 4, monthly: 12 }));
    const kept = all.filter((name) => !gone.has(name));
    expect(kept.slice(-7)).toEqual(all.slice(-7));
    // Sundays of the weeks before, then the last day of each month before.
    expect(kept.slice(0, -7).map((name) => name.slice(0, 8))).toEqual(
      ['20251231', '20260131', '20260228', '20260331', '20260430', '20260531', '20260630', '20260731'].concat([
        '20260831',
        '20260930',
        '20261031',
        '20261108',
        '20261115',
      ]),
    );
  });

  it('keeps one of a day with several, the last', () => {
    const twice = ['20261126T023000Z-00aa', '20261126T143000Z-00aa'];
    expect(surplus(twice, { daily: 3, weekly: 0, monthly: 0 })).toEqual([twice[0]]);
  });

  it('never takes the newest one, however old it is', () => {
    expect(outOfTime(['20200101T000000Z-00aa'], 35)).toEqual([]);
    expect(surplus(['20200101T000000Z-00aa'], { daily: 1, weekly: 0, monthly: 0 })).toEqual([]);
  });

  it('lets copies of keys go after their days', () => {
    const now = new Date('2026-11-26T03:00:00Z');
    expect(outOfTime(nights(40), 35, now)).toEqual(nights(40).slice(0, 5));
  });

  it('reads the rules, and says what is wrong with them', () => {
    expect(readKeepRules('daily=14, weekly=8, monthly=0')).toEqual({ daily: 14, weekly: 8, monthly: 0 });
    for (const wrong of ['', 'daily=0,weekly=1,monthly=1', 'weekly=1', 'daily=-1,weekly=1,monthly=1'])
      expect(() => readKeepRules(wrong)).toThrow('daily=14,weekly=8,monthly=12');
    expect(madeAt('20261126T023000Z-00aa').toISOString()).toBe('2026-11-26T02:30:00.000Z');
  });
});
