import { describe, expect, it } from 'vitest';
import { REAL, TYPED } from './auth-log.fixture';
import { authLine } from './auth-log';

const at = new Date('2026-11-26T04:21:11.123Z');

const lines = TYPED.map((email) => authLine(REAL, { reason: 'password', email, requestId: 'r' }, at) ?? '');

describe('st0r-auth.log', () => {
  it('L09 writes one line of plain ASCII, whatever was typed, and the real address before all of it', () => {
    for (const line of lines) {
      expect(line).toMatch(/^2026-11-26T04:21:11\.123Z ST0R-AUTH fail ip=203\.0\.113\.5 \{[ -~]*\}\n$/);
      expect(line.length).toBeLessThan(600);
    }
  });

  it('knows IPv6 and mapped addresses, and writes nothing without one', () => {
    const failure = { reason: 'password', email: '', requestId: 'r' };
    expect(authLine('2001:DB8:0::1', failure, at)).toContain(' ip=2001:db8::1 {');
    expect(authLine('::ffff:192.0.2.1', failure, at)).toContain(' ip=192.0.2.1 {');
    expect(authLine(null, failure, at)).toBeUndefined();
  });

  it('keeps what was typed only where it looks like an address: some type their password there', () => {
    expect(authLine(REAL, { reason: 'password', email: 'hunter2 secret', requestId: 'r' }, at)).not.toContain(
      'hunter2',
    );
  });
});
