import { randomBytes } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startStack, type Stack } from '../../../../tools/journeys/stack.mjs';
import { startMariaDbOverTcp, type MariaDbOverTcp } from '../../../../tools/mariadb/over-tcp.mjs';
import { scratchFolder } from '../../../../tools/mariadb/scratch.mjs';
import { auditVerdict, rowsOf, untilSealed } from './damage';
import { Desk } from './desk';
import { Visitor } from './visitor';

const PATIENCE_MS = 120_000;

/** A database of somebody else's, over the network, with one account for everything and a name that needs care in a grant. */
describe('backups where DATABASE_URL names the database', () => {
  const folder = scratchFolder();
  const rootPassword = randomBytes(12).toString('base64url');
  let server: MariaDbOverTcp;
  let stack: Stack;
  let owner: Visitor;
  let desk: Desk;
  beforeAll(async () => {
    server = await startMariaDbOverTcp({ folder, rootPassword });
    for (const statement of [
      'CREATE DATABASE st0r CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci',
      "CREATE USER 'pro/duct'@'127.0.0.1' IDENTIFIED BY 'p@ss/word'",
      "GRANT ALL PRIVILEGES ON st0r.* TO 'pro/duct'@'127.0.0.1'",
    ])
      await server.rows(statement);
    const env = { DATABASE_URL: `mysql://pro%2Fduct:p%40ss%2Fword@${server.host}:${server.port}/st0r` };
    const open = () => Promise.resolve({ env, server, stop: server.stop });
    stack = await startStack({}, { open });
    owner = await Visitor.owner(stack);
    const { organisationId } = owner;
    const body = { organisationId, name: 'Firewall', type: 'website', fields: { password: 'hunter2' } };
    await owner.must('POST', '/credentials', body);
    desk = new Desk(stack);
    await untilSealed(stack, PATIENCE_MS);
  }, 300_000);
  afterAll(async () => {
    await stack?.stop();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('say which right is missing, and who gives it', async () => {
    const recipients: Record<string, string> = {};
    for (const half of ['data', 'keys']) {
      const identity = await generateX25519Identity();
      writeFileSync(desk.path(`${half}.key`), `${identity}\n`, { mode: 0o600 });
      recipients[half] = await identityToRecipient(identity);
      await desk.type(`st0r backup recipients add ${half} ${recipients[half]} --name Olga`);
    }
    expect(desk.failures).toEqual([]);
    const { failed, output } = await desk.try('st0r backup create');
    expect(failed).toBe(true);
    expect(output).toContain('The account pro/duct@127.0.0.1 may not make the schema st0r_verify.');
    expect(output).toContain('"st0r database accounts --at 127.0.0.1"');
    expect(output).not.toContain('p@ss');
    const nowhere = await desk.try('st0r database accounts');
    expect([nowhere.failed, nowhere.output]).toEqual([
      true,
      expect.stringContaining('st0r database accounts --at <host>'),
    ]);
    expect(nowhere.output).not.toMatch(/localhost|p@ss|GRANT/);
  });

  it('are made and proved once the administrator has run what is printed for that account', async () => {
    const printed = await stack.operator('database', 'accounts', '--at', '127.0.0.1');
    for (const statement of printed.split(';\n')) await server.rows(statement.replace(/;$/, ''));
    const rights = await server.rows("SHOW GRANTS FOR 'pro/duct'@'127.0.0.1'");
    expect(JSON.stringify(rights)).toMatch(/st0r\\+_verify[^]*st0r\\+_before/);
    expect((await desk.try('st0r migrate --prepare')).output).toMatch(/DATABASE_URL +names an account that is there/);
    await desk.type('st0r backup create');
    expect(desk.failures).toEqual([]);
    expect(desk.said['st0r backup create']).toMatch(/Verified in \d+ s: \d+ rows are back, \d+ keys of 1 organ/);
  });

  it('are made by the worker when somebody asks, and every night', async () => {
    await rowsOf(stack, 'UPDATE backup_run SET made_at = made_at - INTERVAL 1 DAY');
    await rowsOf(stack, "UPDATE job_schedule SET next_at = UTC_TIMESTAMP(6) WHERE name = 'backup.nightly'");
    await owner.must('POST', '/auth/refresh');
    const verified = async (): Promise<number> => {
      const [row] = await rowsOf<{ n: number }>(stack, "SELECT COUNT(*) AS n FROM backup_run WHERE state = 'verified'");
      return Number(row?.n);
    };
    await expect.poll(verified, { timeout: PATIENCE_MS }).toBe(2);
    expect((await owner.must('POST', '/backups')).status).toBe(202);
    await expect.poll(verified, { timeout: PATIENCE_MS }).toBe(3);
  });

  it('are proved with keys of their own, and take the place of what was there', async () => {
    await desk.type('st0r backup verify --identity data.key --keys-identity keys.key');
    expect((await owner.addAsset('after the backup')).status).toBe(201);
    await Promise.all([stack.api.stop(), stack.worker.stop()]);
    await desk.type('st0r backup restore --identity data.key --yes');
    expect(desk.failures).toEqual([]);
    await stack.startApi();
    stack.startWorker();
    await untilSealed(stack, PATIENCE_MS);
    expect(await rowsOf(stack, 'SELECT name FROM asset')).toEqual([]);
    expect(await auditVerdict(stack)).toContain('complete and unchanged');
    expect(JSON.parse(await stack.operator('vault', 'verify'))).toMatchObject({ ok: true, fields: 1 });
    const beside = await server.rows<{ name: string }>(
      "SELECT schema_name AS name FROM information_schema.schemata WHERE schema_name LIKE 'st0r%'",
    );
    expect(beside).toEqual([{ name: 'st0r' }]);
    expect((await desk.try('st0r doctor')).output).not.toMatch(/WRONG (?:database|backup)/);
  });
});
