import { generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { copyOfRelease } from '../../docker/test/release.mjs';
import { scratchFolder } from '../../tools/mariadb/scratch.mjs';
import { makeBundle, writeSchemaSteps } from '../../tools/release/bundle.mjs';
import { run } from '../../tools/workspace/run.mjs';
import { bootMachine, cannotBoot } from './booted.mjs';
import { asNext } from './machine/next-release.mjs';

const SUITES = (process.env.ST0R_TRIAL_SUITES ?? 'bookworm').split(',');
const INSTALLER = '/srv/st0r-release/deploy/install.sh';
const ASK = `
const { get } = require('node:https');
const headers = { host: 'st0r.test', accept: 'text/html' };
get({ host: '127.0.0.1', servername: 'st0r.test', rejectUnauthorized: false, path: process.argv[1], headers }, (answer) => {
  answer.resume().on('end', () => console.log(answer.statusCode, answer.headers['strict-transport-security']));
});`;

describe.each(SUITES)('a machine booted from %s', (suite) => {
  const reason = cannotBoot();
  describe.skipIf(reason)(reason ? `(${reason})` : 'with systemd', () => {
    const brought = scratchFolder();
    const { privateKey: key, publicKey } = generateKeyPairSync('ed25519');
    let machine;
    beforeAll(
      async () =>
        void (machine = await bootMachine(suite, { '/srv/st0r-release': inject('release'), '/srv/brought': brought })),
      1_800_000,
    );
    afterAll(() => machine?.stop());
    const did = async (...words) => {
      const { code, output } = await machine.ask(...words);
      return { code, output: output.trim() };
    };

    it('is changed by nothing in a dry run', async () => {
      const { code, output } = await did('sh', INSTALLER, '--domain', 'st0r.test', '--dry-run');
      expect([code, output.includes('Nothing was changed.')]).toEqual([0, true]);
      expect((await did('id', 'st0r')).code).toBe(1);
    });

    it('is installed, serves over TLS, and prints the link that sets it up', async () => {
      const { code, output } = await did('sh', INSTALLER, '--domain', 'st0r.test');
      expect([code, code ? output : '']).toEqual([0, '']);
      expect(output).toMatch(/ClientSt0r serves https:\/\/st0r\.test\n.*\nhttps:\/\/st0r\.test\/setup#token=/);
      for (const unit of ['mariadb', 'nginx', 'st0r-api', 'st0r-worker', 'fail2ban'])
        expect([unit, (await did('systemctl', 'is-active', unit)).output]).toEqual([unit, 'active']);
      const page = await did('/opt/st0r/current/bin/node', '-e', ASK, '/');
      expect(page.output).toBe('200 max-age=31536000; includeSubDomains');
    }, 600_000);

    it('finds everything as it should be when it is installed again', async () => {
      const { code, output } = await did('sh', INSTALLER);
      expect([code, output.split('\n')[0]]).toEqual([0, 'Everything was as it should be.']);
    });

    it('hands secrets to the service that needs them, and to nobody else', async () => {
      const handed = await did('ls', '/run/credentials/st0r-api.service');
      expect(handed.output.split(/\s+/).sort()).toEqual([
        ...[
          'audit-mac.key',
          'database-application',
          'keyring.json',
          'pepper.key',
          'smtp-url',
          'token-signing.key',
          'update-request.key',
        ],
      ]);
      const asService = (...words) => did('setpriv', '--reuid', 'st0r', '--regid', 'st0r', '--clear-groups', ...words);
      expect((await asService('ls', '/etc/st0r/secrets')).code).not.toBe(0);
      expect(
        (
          await did(
            'setpriv',
            '--reuid',
            'www-data',
            '--regid',
            'www-data',
            '--init-groups',
            'ls',
            '/run/credentials/st0r-api.service',
          )
        ).code,
      ).not.toBe(0);
      expect(
        (await did('sh', '-c', 'tr "\\0" "\\n" </proc/$(systemctl show -p MainPID --value st0r-api)/environ')).output,
      ).not.toMatch(/PASSWORD=/);
    });

    it('X09 is hardened below 2.0 as systemd itself sees it, and its account may do nothing through sudo', async () => {
      for (const unit of ['st0r-api', 'st0r-worker', 'st0r-migrate', 'st0r-backup', 'st0r-update'])
        expect([unit, (await did('systemd-analyze', 'security', '--threshold=20', unit)).code]).toEqual([unit, 0]);
      expect((await did('sh', '-c', 'grep -rl st0r /etc/sudoers /etc/sudoers.d 2>/dev/null')).output).toBe('');
    });

    it('answers operators, and leaves no secret behind', async () => {
      // The machine has no network, and so no DNS.
      await did('sh', '-c', 'echo 127.0.0.1 st0r.test >>/etc/hosts');
      expect((await did('st0r', 'doctor')).output).not.toContain('WRONG');
      expect((await did('st0r', 'health')).output).toBe('The API is ready.');
      expect((await did('st0r', 'health', 'worker')).output).toBe('The worker works.');
      expect((await did('st0r', 'audit', 'verify')).output).toBe('The audit log is complete and unchanged.');
      expect((await did('sh', '-c', 'ls -d /run/st0r-*/ 2>/dev/null')).output).toBe('');
    });

    it('starts again what was killed', async () => {
      await did('systemctl', 'kill', '--signal=KILL', 'st0r-api');
      const { code } = await did(
        'sh',
        '-c',
        'for n in $(seq 60); do st0r health --ready && exit 0; sleep 1; done; exit 1',
      );
      expect(code).toBe(0);
    });

    it('is updated by its hardened updater once a request lies there', async () => {
      const next = await copyOfRelease(inject('release'), { withNode: true });
      asNext(next, '0.2.0');
      await writeSchemaSteps(next);
      await makeBundle(next, { file: join(brought, 'st0r-0.2.0.st0r'), key });
      const pem = publicKey.export({ type: 'spki', format: 'pem' });
      await did('sh', '-c', `echo '${pem}' >/etc/st0r/release-keys.pem`);
      for (const half of ['data', 'keys']) {
        await run('age-keygen', ['-o', join(brought, half)]);
        const { output } = await run('age-keygen', ['-y', join(brought, half)]);
        expect((await did('st0r', 'backup', 'recipients', 'add', half, output.trim(), '--name', half)).code).toBe(0);
      }
      expect((await did('systemctl', 'start', 'st0r-backup')).code).toBe(0);
      expect((await did('cp', '/srv/brought/st0r-0.2.0.st0r', '/var/lib/st0r-update/inbox/')).code).toBe(0);
      expect(await did('st0r', 'upgrade', 'request', 'st0r-0.2.0.st0r')).toMatchObject({ code: 0 });
      const ended =
        'for n in $(seq 180); do ls /var/lib/st0r-update/results/*.json 2>/dev/null && exit 0; sleep 1; done';
      expect((await did('sh', '-c', ended)).output).not.toBe('');
      const told = await did(
        'sh',
        '-c',
        'cat /var/lib/st0r-update/results/*.json; journalctl -u st0r-update --no-pager',
      );
      expect([told.output, (await did('readlink', '/opt/st0r/current')).output]).toEqual([
        expect.stringMatching(/"outcome": "done"/),
        'releases/0.2.0',
      ]);
      expect((await did('st0r', 'health')).output).toBe('The API is ready.');
    }, 600_000);
  });
});
