import { cpSync, mkdirSync, readFileSync, readlinkSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { signingKey } from '../../tools/release/bundle.mjs';
import { scratchFolder } from '../../tools/mariadb/scratch.mjs';
import { inRoot } from '../../tools/workspace/paths.mjs';
import { Clone } from './machine/clone.mjs';
import { Machine, canOverlay } from './machine/machine.mjs';
import { commandsOf } from './page.mjs';
import { smallBundle } from './updater/small-release.mjs';

const PATIENCE_MS = 90_000;
const INBOX = 'var/lib/st0r-update/inbox';

describe.runIf(canOverlay())('how-to/update-a-server.md, word by word, with a real release', () => {
  let machine;
  let clone;
  let said;
  const commands = commandsOf('how-to/update-a-server.md');
  const [makeKey, makeRelease, bring, check, request, follow] = commands;

  const serving = async () => {
    for (const until = Date.now() + PATIENCE_MS; (await machine.ready()) !== 200; await sleep(200))
      if (Date.now() > until) throw new Error((await machine.must('cat /var/log/st0r-*.log')).slice(-2000));
  };
  const current = () => readlinkSync(machine.path('opt/st0r/current'));
  const outcomes = () => {
    const folder = machine.path('var/lib/st0r-update/results');
    const results = readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
    return results
      .sort((one, other) => one.endedAt?.localeCompare(other.endedAt))
      .map(({ outcome, says }) => [outcome, says]);
  };

  beforeAll(async () => {
    [machine, clone] = [await Machine.installed(inject('release')), new Clone(scratchFolder())];
    await machine.must('systemctl start st0r-migrate');
    await machine.must('systemctl start st0r-api st0r-worker');
    await serving();
  });
  afterAll(() => machine?.stop());

  it('has these commands, all of which are followed here', () => {
    expect(commands.map((command) => command.split(' ').slice(0, 2).join(' '))).toEqual([
      'openssl genpkey',
      'node tools/release.mjs',
      'scp st0r-0.2.0.st0r',
      'st0r upgrade',
      'st0r upgrade',
      'journalctl -fu',
    ]);
  });

  it('makes a key, and a release in a clone whose version was raised', async () => {
    await clone.must(makeKey);
    await clone.raise('0.2.0');
    expect(await clone.must(makeRelease)).toContain('bundle: st0r-0.2.0.st0r');
    expect((await clone.must('tar -tf st0r-0.2.0.st0r')).trim().split('\n')).toHaveLength(3);
  });

  it('is refused by a server that does not know the key, which is told to it as the page says', async () => {
    await machine.must(bring, { cwd: clone.folder });
    expect((await machine.type(check)).code).toBe(2);
    await machine.must('openssl pkey -in release-signing.pem -pubout > /etc/st0r/release-keys.pem', {
      cwd: clone.folder,
    });
  });

  it('says what stands in the way, and that nothing does once it is done', async () => {
    const before = await machine.type(check);
    expect([before.code, before.output]).toEqual([1, expect.stringMatching(/STOP .*backup/)]);
    await machine.must(
      [
        'age-keygen -o data.key && age-keygen -o keys.key && age-keygen -y data.key > data.pub && age-keygen -y keys.key > keys.pub',
        'st0r backup recipients add data "$(cat data.pub)" --name Olga',
        'st0r backup recipients add keys "$(cat keys.pub)" --name Kim',
        'systemctl start st0r-backup',
      ].join(' && '),
      { cwd: clone.folder },
    );
    const { code, output } = await machine.type(check);
    expect([code, output]).toEqual([0, expect.stringContaining('Release 0.2.0 (number 2) in place of 0.1.0.')]);
    expect(output).toContain('Nothing stands in the way.');
  });

  it('is asked for, carried out and told', async () => {
    expect(await machine.must(request)).toContain('Asked for.');
    // What st0r-update.path does once the request lies there.
    await machine.must('systemctl start st0r-update.service');
    expect(await machine.must(follow)).toContain('Release 0.2.0 runs.');
    expect(current()).toBe('releases/0.2.0');
    expect(await machine.ready()).toBe(200);
    expect(outcomes()).toEqual([['done', 'Release 0.2.0 runs.']]);
    // The worker does that every five minutes, and the page when somebody looks.
    await machine.must('st0r jobs run update.settle');
    for (const until = Date.now() + PATIENCE_MS; ; await sleep(200)) {
      said = (await machine.rows("SELECT action FROM event WHERE action LIKE 'update.%' ORDER BY n")).map(
        ({ action }) => action,
      );
      if (said.length === 2 || Date.now() > until) break;
    }
    expect(said).toEqual(['update.requested', 'update.ended']);
  });

  it('goes back by itself from a release that does not start, and serves on', async () => {
    const place = scratchFolder();
    const key = signingKey(join(clone.folder, 'release-signing.pem'));
    // Of the same schema: one that knows less is refused before anything is touched.
    const schema = JSON.parse(readFileSync(machine.path('opt/st0r/current/schema.json'), 'utf8'));
    const { file } = await smallBundle(place, { version: '0.3.0', number: 3, minimum: '0.1.0', key, schema });
    mkdirSync(machine.path(INBOX), { recursive: true });
    cpSync(file, machine.path(`${INBOX}/st0r-0.3.0.st0r`));
    await machine.must('st0r upgrade request st0r-0.3.0.st0r');
    expect((await machine.type('systemctl start st0r-update.service')).code).toBe(1);
    expect(current()).toBe('releases/0.2.0');
    await serving();
    expect(outcomes().at(-1)).toEqual(['rolled_back', expect.stringMatching(/Release 0\.2\.0 runs again\.$/)]);
    const unit = 'etc/systemd/system/st0r-api.service';
    expect(readFileSync(machine.path(unit), 'utf8')).toBe(
      readFileSync(inRoot('deploy/systemd/st0r-api.service'), 'utf8'),
    );
  });
});
