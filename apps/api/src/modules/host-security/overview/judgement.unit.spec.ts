import { describe, expect, it } from 'vitest';
import { judged, overallOf, type SubjectRow } from './judgement';

const NOW = Date.parse('2026-11-26T12:00:00Z');
const seen = (row: Partial<SubjectRow>) => {
  const whole = { packages: 1, updates: null, problem: null, knownAt: null, takenAt: '2026-11-26T05:23:00Z', ...row };
  return judged({ source: 'npm', subject: 'ClientSt0r', ...whole }, [], NOW);
};

describe('what is clean', () => {
  it('is a machine whose lists are of these days', () => {
    expect(seen({ source: 'apt', subject: 'server-1', knownAt: '2026-11-25T00:00:00Z' }).state).toBe('clean');
    expect(seen({ source: 'apt', subject: 'server-1', knownAt: '2026-11-01T00:00:00Z' }).state).toBe('unknown');
  });

  it('is no text that finds nothing and does not say what it knew', () => {
    const text = seen({ source: 'dnf', subject: 'server-2' });
    expect([text.state, text.because]).toEqual(['unknown', expect.stringContaining('how old the package lists are')]);
  });

  it('is the whole only with a machine and this product; projects of others are not it', () => {
    const machine = seen({ source: 'apt', subject: 'server-1', knownAt: '2026-11-25T00:00:00Z' });
    const others = [seen({ subject: 'portal' }), seen({ source: 'snyk', subject: 'client-st0rage (package.json)' })];
    expect(overallOf([machine, ...others])).toMatchObject({ state: 'unknown', missing: ['product'] });
    for (const subject of ['ClientSt0r', 'client-st0r (package-lock.json)'])
      expect(overallOf([machine, ...others, seen({ subject })])).toMatchObject({ state: 'clean', missing: [] });
  });
});
