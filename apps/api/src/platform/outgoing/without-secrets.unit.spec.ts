import { describe, expect, it } from 'vitest';
import { withoutSecrets } from './without-secrets';

const SECRET = 'pä55 "word"/+&x';

describe('what another system says', () => {
  it.each([
    ['plainly', SECRET],
    ['as JSON', JSON.stringify({ password: SECRET })],
    ['in an address', `?password=${encodeURIComponent(SECRET)}`],
    ['in a form', new URLSearchParams({ password: SECRET }).toString().replaceAll('%22', '%22')],
    ['in base64', Buffer.from(SECRET).toString('base64')],
    ['behind a user, as SMTP PLAIN', Buffer.from(`\0me\0${SECRET}`).toString('base64')],
    ['behind a user, as HTTP Basic', Buffer.from(`user1:${SECRET}`).toString('base64')],
    ['behind a longer user', Buffer.from(`user12:${SECRET}:end`).toString('base64url')],
    ['in hex', Buffer.from(SECRET).toString('hex')],
  ])('loses a secret that it repeats %s', (_, text) => {
    const told = withoutSecrets(`535 refused: ${text} (42)`, [undefined, SECRET, null]);
    expect(told).toContain('[secret]');
    expect(told).toMatch(/^535 refused: .*\(42\)$/);
    for (const part of ['word', Buffer.from(SECRET.slice(3)).toString('base64').slice(0, 8)])
      expect(told.replace('password', '')).not.toContain(part);
  });

  it('loses it in the spelling OAuth clients send, inside base64 and out of it', () => {
    const secret = "8Q~aB.c-d_E!f'g(h)";
    const strict = secret.replace(/[-_.!~*'()]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
    const basic = Buffer.from(`client:${strict}`).toString('base64');
    const form = new URLSearchParams({ s: secret }).toString().slice(2);
    const lower = strict.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());
    for (const told of [strict, lower, form]) expect(withoutSecrets(`got ${told}.`, [secret])).toBe('got [secret].');
    expect(withoutSecrets(`got ${basic}`, [secret])).not.toContain(Buffer.from(strict).toString('base64').slice(4, 12));
  });

  it('keeps everything else, and short words', () => {
    expect(withoutSecrets('550 no such user', ['no', '', 'another secret'])).toBe('550 no such user');
  });
});
