import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readKit, type ReadKit } from '../../../test/kit-reader';
import { aWorld, type Person, type World } from '../../../test/world';
import { RecoveryKits, recoverSecrets } from '.';

let world: World;
let admin: Person;
let folder: string;
beforeAll(async () => {
  world = await aWorld();
  folder = mkdtempSync(join(tmpdir(), 'clientst0r-kit-'));
  const acme = await world.organisation('Acme');
  const owner = await world.person({ roles: [[acme, 'owner']] });
  admin = await world.person({ platformAdmin: true, name: 'Dana' });
  await owner.post('/credentials', { organisationId: acme.id, name: 'Firewall', fields: { password: 'p' } });
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a recovery kit', () => {
  let printed: ReadKit;

  it('is printed for an administrator with a fresh proof, kept by nobody, and in the log without its content', async () => {
    expect((await admin.get('/keys')).body.recoveryKit).toBeNull();
    const tired = await world.person({ platformAdmin: true, signedInMinutesAgo: 30 });
    expect((await tired.post('/keys/recovery-kit')).body.code).toBe('step_up.required');
    const answer = await admin.post('/keys/recovery-kit');
    expect([answer.status, answer.headers['content-type'], answer.headers['cache-control']]).toEqual([
      200,
      'application/pdf',
      'no-store',
    ]);
    expect(answer.headers['content-disposition']).toMatch(/clientst0r-recovery-kit-[0-9a-f]{4}\.pdf/);
    printed = readKit(answer.raw);
    expect(printed.parts.map((part) => part.length)).toEqual([47, 47, 47, 47, 47]);
    const [event] = await world.events({ action: 'recovery_kit.printed' });
    expect(Object.keys(event!['details'] as object)).toEqual(['kit', 'rootKeys']);
    expect((await admin.get('/keys')).body.recoveryKit).toMatchObject({
      madeName: 'Dana',
      rehearsedAt: null,
      current: true,
    });
  });

  it('shows no key in clear, neither in its pages nor in its file', () => {
    const { SECRETS_DIR } = world.settings;
    const secrets = readdirSync(SECRETS_DIR).map((name) => readFileSync(join(SECRETS_DIR, name), 'utf8').trim());
    const keys = [...secrets, ...JSON.stringify(secrets).matchAll(/[\w-]{43}/g)].map(String);
    expect(keys.length).toBeGreaterThan(4);
    for (const key of keys) expect(`${printed.texts}${printed.file}`).not.toContain(key);
  });

  it('is rehearsed: three parts open every data key, and the day is kept', async () => {
    const kits = world.app.get(RecoveryKits);
    const rehearsal = await world.inside(() => kits.rehearse(printed.file, printed.parts.slice(1, 4)));
    expect(rehearsal.keys).toBeGreaterThanOrEqual(2);
    expect(rehearsal.failed).toBe(0);
    expect((await admin.get('/keys')).body.recoveryKit.rehearsedAt).not.toBeNull();
  });

  it('brings back what is missing, byte by byte, with what services need beside it, and overwrites nothing', async () => {
    const back = await recoverSecrets(folder, printed.file, [printed.parts[4]!, printed.parts[0]!, printed.parts[2]!]);
    expect([back.kept, back.written.length]).toEqual([[], 5]);
    for (const name of back.written)
      expect(readFileSync(join(folder, name), 'utf8')).toBe(
        readFileSync(join(world.settings.SECRETS_DIR, name), 'utf8'),
      );
    expect(back.made).toEqual(['update-request.key']);
    const again = await recoverSecrets(folder, printed.file, printed.parts);
    expect([again.written, again.made]).toEqual([[], []]);
  });

  it('is no longer current after a new root key', async () => {
    await world.sql("UPDATE root_key SET key_check = '0000000000000000' WHERE state = 'active'");
    expect((await admin.get('/keys')).body.recoveryKit.current).toBe(false);
  });
});
