import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run, startFail2ban, startUnbanHelper, type TestFail2ban } from '../../../../test/fail2ban';
import { aWorld, type Person, type World } from '../../../../test/world';
import { authLine } from '../../../platform/http/auth-log';
import { REAL, TYPED, VICTIM } from '../../../platform/http/auth-log.fixture';

const FILTER = fileURLToPath(new URL('../../../../../../deploy/fail2ban/filter.d/st0r.conf', import.meta.url));
const ATTACKER = '203.0.113.77';
const at = new Date('2026-11-26T04:21:11.123Z');

const folder = mkdtempSync(join(tmpdir(), 'st0r-fail2ban-'));
const socket = join(folder, 'bans.sock');
const log = join(folder, 'st0r-auth.log');
let world: World;
let admin: Person;
let fail2ban: TestFail2ban;
let helper: Server;

beforeAll(async () => {
  const unban = join(folder, 'unban.sock');
  helper = await startUnbanHelper(unban, () => fail2ban.control);
  const own = { AUTH_LOG: log, BAN_SOCKET: socket, UNBAN_SOCKET: unban };
  world = await aWorld({ TRUSTED_PROXIES: '127.0.0.1', ...own });
  admin = await world.person({ platformAdmin: true });
  fail2ban = await startFail2ban(mkdtempSync(join(folder, 'config-')), { log, socket });
});
afterAll(async () => {
  await fail2ban?.stop();
  helper?.close();
  await world?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What fail2ban-regex finds in a file with the shipped filter. */
async function found(name: string, lines: readonly string[]): Promise<string[]> {
  const file = join(folder, name);
  writeFileSync(file, lines.join(''));
  const { output } = await run('/usr/bin/fail2ban-regex', ['--out', 'ip', file, FILTER]);
  return output.trim().split(/\s+/).filter(Boolean);
}

const tell = (line: string): Promise<string> =>
  new Promise((resolve, reject) => {
    let heard = '';
    const speaker = connect(socket, () => speaker.write(line));
    speaker.on('data', (piece) => (heard += String(piece)));
    speaker.on('error', reject).on('close', () => resolve(heard.trim()));
  });

describe('fail2ban', () => {
  it('L09 finds the real address in each line and never the one that was typed', async () => {
    const lines = TYPED.map((email) => authLine(REAL, { reason: 'password', email, requestId: 'r' }, at) ?? '');
    expect(await found('typed.log', lines)).toEqual(TYPED.map(() => REAL));
  });

  it('L09 finds nothing in lines that only look like ours', async () => {
    const stamp = at.toISOString();
    const others = [
      `${stamp} x ST0R-AUTH fail ip=${VICTIM} {}\n`,
      `${stamp} ST0R-AUTH fail ip=${VICTIM}\n`,
      `${stamp} ST0R-AUTH fail ip=${VICTIM} {} more\n`,
      `${stamp} ST0R-AUTH fail ip=host.example {}\n`,
      `${stamp} ST0R-AUTH fail ip=${VICTIM}x {}\n`,
    ];
    expect(await found('others.log', others)).toEqual([]);
  });

  it('L08 ten failed sign-ins ban the address, the audit log knows, and the page lifts it', async () => {
    const attempt = (n: number) =>
      world
        .nobody()
        .post(
          '/auth/login',
          { email: `nobody${n}@st0r.example`, password: 'not a password at all' },
          { 'x-forwarded-for': ATTACKER },
        );
    await Promise.all(Array.from({ length: 10 }, (_, n) => attempt(n)));
    expect(
      readFileSync(log, 'utf8')
        .split('\n')
        .filter((line) => line.includes(`ip=${ATTACKER} `)),
    ).toHaveLength(10);
    const banned = () => world.events({ action: 'address.banned' });
    await expect.poll(banned, { timeout: 60_000, interval: 300 }).toHaveLength(1);
    const [event] = await banned();
    expect([event?.['category'], event?.['details']]).toEqual(['security', { jail: 'st0r', address: ATTACKER }]);
    // Where the machine allows a network of its own, the firewall in it holds the address.
    expect((await fail2ban.firewall()) ?? ATTACKER).toContain(ATTACKER);

    const { body } = await admin.get('/address-bans?liftedAt[null]=true');
    const ban = (body.data as { id: string; address: string }[]).find(({ address }) => address === ATTACKER);
    expect((await admin.post(`/address-bans/${ban?.id}/lift`)).status).toBe(204);
    await expect.poll(() => world.events({ action: 'address.unbanned' }), { timeout: 60_000 }).toHaveLength(1);
    const lifted = await world.events({ action: 'address_ban.lifted' });
    expect(lifted.map(({ actor_id: actor, target_label: label }) => [actor, label])).toEqual([[admin.id, ATTACKER]]);
    expect((await fail2ban.firewall()) ?? '').not.toContain(ATTACKER);
    expect((await admin.post(`/address-bans/${ban?.id}/lift`)).body.code).toBe('ban.over');
  });

  it('ends as well when fail2ban had ended it and nobody was listening', async () => {
    expect(await tell(`${JSON.stringify({ act: 'ban', jail: 'st0r', address: VICTIM })}\n`)).toBe('ok');
    const { body } = await admin.get(`/address-bans?address=${VICTIM}`);
    const path = `/address-bans/${String(body.data[0].id)}`;
    expect((await admin.post(`${path}/lift`)).status).toBe(204);
    expect((await admin.get(path)).body.liftedAt).toBeTruthy();
  });

  it.each([
    ['an address that is none', { act: 'ban', jail: 'st0r', address: '198.51.100.7; reboot' }],
    ['a jail with other signs', { act: 'ban', jail: '../../etc', address: VICTIM }],
    ['another act', { act: 'forget', jail: 'st0r', address: VICTIM }],
  ])('is not believed when it tells of %s', async (_what, report) => {
    expect(await tell(`${JSON.stringify(report)}\n`)).toBe('no');
  });

  it('is cut off when it talks too much, and kept once when it repeats itself', async () => {
    expect(await tell('x'.repeat(4096))).toBe('');
    const twice = `${JSON.stringify({ act: 'ban', jail: 'other', address: '2001:DB8::9' })}\n`;
    expect([await tell(twice), await tell(twice)]).toEqual(['ok', 'ok']);
    const own = (await world.events({ action: 'address.banned' })).filter(
      (one) => one['target_label'] === '2001:db8::9',
    );
    expect(own).toHaveLength(1);
  });

  it('is not needed: a socket that cannot be made keeps nothing from starting', async () => {
    const alone = await aWorld({ BAN_SOCKET: join(folder, 'nowhere', 'bans.sock') });
    expect((await alone.nobody().get('/health/live')).status).toBe(200);
    await alone.close();
  });

  it('is asked to lift bans of its own jail only, and nothing a shell would understand', async () => {
    const { body } = await admin.get('/address-bans?jail=other');
    expect((await admin.post(`/address-bans/${body.data[0].id}/lift`)).body.code).toBe('ban.not_lifted');
    const wishes = [
      '{"jail":"st0r","address":"$(reboot)"}',
      '{"jail":"st0r;x","address":"192.0.2.1"}',
      '[]',
      'null',
      'x',
    ];
    for (const wish of wishes) {
      const answer = await run('/bin/sh', ['-c', `printf '%s\\n' "$0" | /usr/bin/python3 "$1"`, wish, HELPER]);
      expect([wish, answer.output.trim()]).toEqual([wish, '{"ok": false}']);
    }
  });
});

const HELPER = fileURLToPath(new URL('../../../../../../deploy/fail2ban/st0r-unban', import.meta.url));
