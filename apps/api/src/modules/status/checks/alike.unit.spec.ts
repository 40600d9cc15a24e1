import { describe, expect, it } from 'vitest';
import { alike } from './alike';

const node = (name: string, traits: Record<string, string>, version = '1.2.0') => ({ name, version, traits });
const same = { PUBLIC_URL: 'aa', 'pepper.key': 'bb' };

describe('what all nodes must have in common', () => {
  it('is the same on each of them', () => {
    expect(alike([node('one', same)]).state).toBe('ok');
    expect(alike([node('one', same), node('two', same)])).toEqual({ state: 'ok', says: expect.stringContaining('2') });
  });

  it('names who is alone with something, and with what', () => {
    const { state, says } = alike([
      node('one', same),
      node('two', { ...same, 'pepper.key': 'cc' }),
      node('three', same),
    ]);
    expect([state, says]).toEqual(['wrong', expect.stringMatching(/^two has its own pepper\.key\. /)]);
  });

  it('takes the word of the one that has run longest where two say two things', () => {
    expect(alike([node('old', same), node('new', { ...same, PUBLIC_URL: 'dd' })]).says).toMatch(/^new has its own/);
  });

  it('does not ask for what a process of its kind does not have', () => {
    expect(alike([node('one', same), node('two', { PUBLIC_URL: 'aa' })]).state).toBe('ok');
  });

  it('warns while an update is under way', () => {
    expect(alike([node('one', same), node('two', same, '1.3.0')])).toEqual({
      state: 'warning',
      says: 'They run 1.2.0 and 1.3.0: bring the others to the newer release as well.',
    });
  });
});
