import { describe, expect, it } from 'vitest';
import { nextTime } from './scheduler';

describe('the next time of a schedule', () => {
  const berlin = { timeZone: 'Europe/Berlin' };
  it('follows the clock of its zone through both changes of the year', () => {
    const at = (cron: string, from: string) => nextTime({ cron, ...berlin }, new Date(from)).toISOString();
    expect(at('30 1 * * *', '2026-03-28T12:00:00Z')).toBe('2026-03-29T00:30:00.000Z');
    expect(at('30 4 * * *', '2026-03-29T00:00:00Z')).toBe('2026-03-29T02:30:00.000Z');
    expect(at('30 4 * * *', '2026-10-25T00:00:00Z')).toBe('2026-10-25T03:30:00.000Z');
  });
  it('is refused with the field when it is none', () => {
    expect(() => nextTime({ cron: '61 * * * *', ...berlin })).toThrow('This is no time');
    expect(() => nextTime({ cron: '* * * * * *', ...berlin })).toThrow('Five fields');
    expect(() => nextTime({ cron: '* * * * *', timeZone: 'Mars/Olympus' })).toThrow('no such time zone');
  });
});
