import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { aWorld, type World } from '../../../test/world';
import { AccountDatabase } from '../../platform/database';
import { EVENT_COLUMNS } from '../../platform/events';
import { AuditCheck, AuditVerifier, AuditWatch, Sealer } from '.';
import { asRoot, rewriteChain, sealAll, writeEvents } from './tampering.fixture';

let world: World;
const open: World[] = [];
const verify = (options = {}) => world.app.get(AuditVerifier).verify(options);

beforeEach(async () => {
  world = await aWorld();
  open.push(world);
});
afterAll(async () => {
  for (const one of open) await one.close();
});

describe('the application account', () => {
  const connected = async (work: (query: (text: string) => Promise<unknown>) => Promise<void>): Promise<void> => {
    const database = await AccountDatabase.open(world.settings, 'application');
    const session = await database.session();
    await work((text) => session.query(text)).finally(() => session.release());
    await database.close();
  };
  const columns = 'id, recorded_at, category, action, outcome, actor_type, request_id, node, node_seq, mac';
  const values =
    "UUID(), '2026-01-01', 'record', 'x.y', 'success', 'system', 'r', 'ffffffffffffffff', 1, REPEAT('a', 32)";

  it('U02 can neither change nor remove nor replace an event, nor take the guards away', async () => {
    await writeEvents(world, 1);
    await sealAll(world);
    const attempts = [
      "UPDATE event SET action = 'x.y'",
      'DELETE FROM event',
      `REPLACE INTO event (${columns}) VALUES (${values})`,
      `INSERT INTO event (${columns}) VALUES (${values}) ON DUPLICATE KEY UPDATE action = 'x.y'`,
      'TRUNCATE event',
      'DROP TABLE event',
      'ALTER TABLE event DROP PARTITION p0',
      'DROP TRIGGER event_no_update',
      'ALTER TABLE event DROP COLUMN mac',
      'UPDATE event_seal SET event_n = 9',
      "INSERT INTO event_seal VALUES (99, 99, REPEAT('a', 32), REPEAT('a', 32))",
      'DELETE FROM event_checkpoint',
    ];
    await connected(async (query) => {
      for (const attempt of attempts) await expect(query(attempt), attempt).rejects.toThrow(/denied|permission/i);
    });
    expect(await verify()).toMatchObject({ exitCode: 0 });
  });

  it('U03 can choose neither the number nor the time of an event', async () => {
    await connected(async (query) => {
      await expect(query(`INSERT INTO event (n, ${columns}) VALUES (1, ${values})`)).rejects.toThrow('denied');
      await expect(
        query(`INSERT INTO event (occurred_at, ${columns}) VALUES ('1999-01-01', ${values})`),
      ).rejects.toThrow('denied');
      // Our own server refuses this; another one may allow it, and it must not help.
      await query('SET @@timestamp = 1').catch(() => undefined);
      await query("SET time_zone = '+13:00'");
      await query(`INSERT INTO event (${columns}) VALUES (${values})`);
    });
    const [row] = await world.sql<{ late: number }>(
      "SELECT ABS(TIMESTAMPDIFF(SECOND, occurred_at, UTC_TIMESTAMP())) AS late FROM event WHERE node = 'ffffffffffffffff'",
    );
    expect(Number(row?.late)).toBeLessThan(120);
  });

  it('U08 that may no longer write events can do nothing else either, and reveals nothing', async () => {
    const acme = await world.organisation('Acme');
    const owner = await world.person({ roles: [[acme, 'owner']] });
    const { name, application } = world.database;
    await world.sql(`REVOKE ALL PRIVILEGES ON \`${name}\`.event FROM '${application.user}'@'localhost'`);
    const answer = await owner.patch(`/organisations/${acme.id}`, { city: 'Ghent' });
    expect(answer.status).toBe(503);
    expect(answer.body.code).toBe('audit.unavailable');
    expect(await world.sql('SELECT city FROM organisation WHERE id = ?', [acme.id])).toEqual([{ city: null }]);
    const guess = { email: 'nobody@example.test', password: 'wrong wrong wrong' };
    expect((await world.nobody().post('/auth/login', guess)).status).toBe(401);
    const columns = EVENT_COLUMNS.map(([, column]) => column).join(', ');
    await world.sql(`GRANT REFERENCES, INSERT (${columns}) ON \`${name}\`.event TO '${application.user}'@'localhost'`);
    await world.app.get(AuditWatch).look();
    const [failure] = await world.events({ action: 'session.sign_in_failed' });
    expect(failure).toMatchObject({ outcome: 'failure', ip: '127.0.0.1', details: { email: guess.email } });
    expect(Date.parse((failure?.['details'] as { happenedAt: string }).happenedAt)).toBeGreaterThan(
      Date.now() - 60_000,
    );
    expect(await verify()).toMatchObject({ exitCode: 0 });
  });
});

describe('an untouched log', () => {
  it('verifies, row by row, seal by seal, with its checkpoint inside and outside the database', async () => {
    await writeEvents(world, 6);
    expect(await verify()).toMatchObject({ exitCode: 0, counts: { sealed: 0 } });
    expect(await sealAll(world)).toBeGreaterThan(5);
    const report = await verify();
    expect(report).toMatchObject({
      ok: true,
      exitCode: 0,
      drift: [],
      notes: [],
      counts: { unsealed: 0, checkpoints: 1, anchors: 1 },
    });
    expect(report.counts.sealed).toBe(report.to);
  });

  it('verifies after writes that failed half-way and after two writers at once', async () => {
    const acme = await world.organisation('Acme');
    const owner = await world.person({ roles: [[acme, 'owner']] });
    const patches = Array.from({ length: 12 }, (_, at) =>
      owner.patch(`/organisations/${acme.id}`, { city: `Town ${at}` }),
    );
    const statuses = (await Promise.all(patches)).map((answer) => answer.status);
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(0);
    await sealAll(world);
    expect(await verify()).toMatchObject({ exitCode: 0 });
  });

  it('leaves a record that it was verified, and by whom it was asked', async () => {
    const report = await world.app.get(AuditCheck).run();
    const [event] = await world.events({ action: 'audit.verified' });
    expect(event).toMatchObject({ outcome: 'success', category: 'security', details: { exitCode: report.exitCode } });
  });

  it('U15 is byte for byte the same when people and clients are gone', async () => {
    const acme = await world.organisation('Acme');
    await sealAll(world);
    const before = await world.sql('SELECT * FROM event ORDER BY n');
    await world.sql('SET foreign_key_checks = 0');
    await world.sql('DELETE FROM organisation WHERE id = ?', [acme.id]);
    await world.sql('DELETE FROM user_account');
    await world.sql('SET foreign_key_checks = 1');
    expect(await world.sql('SELECT * FROM event ORDER BY n')).toEqual(before);
    expect(await verify()).toMatchObject({ exitCode: 0 });
  });
});

describe('somebody with every right on the database', () => {
  const spoil = async (...statements: string[]): Promise<void> => {
    await asRoot(world, async () => {
      for (const statement of statements) await world.sql(statement);
    });
  };
  const nOf = async (seq: number): Promise<number> =>
    Number((await world.sql<{ n: number }>('SELECT event_n AS n FROM event_seal WHERE seq = ?', [seq]))[0]?.n);

  it.each(['target_label', 'actor_name', 'details', 'ip'])(
    'U04 is named at the row where they edited %s',
    async (column) => {
      await writeEvents(world, 5);
      await sealAll(world);
      await spoil(`UPDATE event SET ${column} = '"x"' WHERE n = ${await nOf(3)}`);
      expect(await verify()).toMatchObject({ ok: false, exitCode: 1, firstBad: { seq: 3, n: await nOf(3) } });
    },
  );

  it('U04 is named where they moved an event in time', async () => {
    await writeEvents(world, 4);
    await sealAll(world);
    await spoil(`UPDATE event SET occurred_at = occurred_at - INTERVAL 1 DAY WHERE n = ${await nOf(2)}`);
    expect(await verify()).toMatchObject({ exitCode: 1, firstBad: { seq: 2 } });
  });

  it.each([
    ['first', 1],
    ['middle', 3],
    ['last', 0],
  ])('U04 is named where they deleted the %s row', async (_which, at) => {
    await writeEvents(world, 5);
    const sealed = await sealAll(world);
    const seq = at === 0 ? sealed : Number(at);
    await spoil(`DELETE FROM event WHERE n = ${await nOf(seq)}`);
    expect(await verify()).toMatchObject({ exitCode: 1, firstBad: { seq, reason: 'This event was removed.' } });
  });

  it.each([
    ['first', 1],
    ['middle', 3],
    ['last', 0],
  ])('U04 is found when they deleted the %s row with its seal', async (_which, at) => {
    await writeEvents(world, 5);
    const sealed = await sealAll(world);
    const seq = at === 0 ? sealed : Number(at);
    await spoil(`DELETE FROM event WHERE n = ${await nOf(seq)}`, `DELETE FROM event_seal WHERE seq = ${seq}`);
    const report = await verify();
    expect(report.ok).toBe(false);
    expect(report.firstBad?.seq).toBe(seq);
  });

  it('U04 is named at the first of two rows they swapped', async () => {
    await writeEvents(world, 5);
    await sealAll(world);
    const [a, b] = [await nOf(2), await nOf(4)];
    await spoil(
      `UPDATE event SET n = 999999 WHERE n = ${a}`,
      `UPDATE event SET n = ${a} WHERE n = ${b}`,
      `UPDATE event SET n = ${b} WHERE n = 999999`,
    );
    expect(await verify()).toMatchObject({ exitCode: 1, firstBad: { seq: 2 } });
  });

  it('U04 is named at a row they inserted, whether it was sealed or not', async () => {
    await writeEvents(world, 3);
    await sealAll(world);
    await world.sql(
      `INSERT INTO event (id, recorded_at, category, action, outcome, actor_type, request_id, node, node_seq, mac)
       SELECT UUID(), recorded_at, category, action, outcome, actor_type, request_id, node, node_seq + 1000, mac FROM event LIMIT 1`,
    );
    const [{ n } = { n: 0 }] = await world.sql<{ n: number }>('SELECT MAX(n) AS n FROM event');
    expect(await verify()).toMatchObject({ exitCode: 1, firstBad: { n } });
    await sealAll(world);
    expect(await verify()).toMatchObject({ exitCode: 1, firstBad: { n } });
  });

  it('U06 is found by the gap when they took out a row before it was sealed', async () => {
    await writeEvents(world, 5);
    const [{ n } = { n: 0 }] = await world.sql<{ n: number }>('SELECT n FROM event ORDER BY n LIMIT 2, 1');
    await spoil(`DELETE FROM event WHERE n = ${n}`);
    const next = { reason: expect.stringContaining('removed') as string };
    expect(await verify()).toMatchObject({ exitCode: 1, firstBad: next });
    await sealAll(world);
    expect(await verify()).toMatchObject({ exitCode: 1, firstBad: next });
  });

  it('U05 who rewrites the whole chain is given away by the anchor outside the database', async () => {
    await writeEvents(world, 6);
    await sealAll(world);
    await asRoot(world, () => rewriteChain(world, 'DELETE FROM event ORDER BY n DESC LIMIT 1'));
    expect(await verify()).toMatchObject({ ok: false, exitCode: 3 });
    await writeEvents(world, 4);
    await asRoot(world, () => rewriteChain(world));
    expect(await verify()).toMatchObject({ ok: false, exitCode: 3 });
  });

  it('cannot have the worker sign a history that differs from the anchor', async () => {
    await writeEvents(world, 6);
    await sealAll(world);
    await asRoot(world, () => rewriteChain(world, 'DELETE FROM event ORDER BY n DESC LIMIT 1'));
    await expect(world.app.get(Sealer).sealOnce()).rejects.toThrow('does not continue its checkpoint');
  });

  it('who forges a checkpoint is found by its signature', async () => {
    await writeEvents(world, 3);
    await sealAll(world);
    await spoil("UPDATE event_checkpoint SET note = REPLACE(note, 'clientst0r', 'clientstor')");
    expect(await verify()).toMatchObject({
      exitCode: 1,
      firstBad: { reason: expect.stringContaining('not signed') as string },
    });
  });

  it('U17 who lets the sealer do more, or keeps it from its turn, leaves drift', async () => {
    const { name, application, retention } = world.database;
    expect((await verify()).drift).toEqual([]);
    await world.sql(`REVOKE UPDATE ON \`${name}\`.lease FROM '${retention.user}'@'localhost'`);
    await world.sql(`GRANT ALTER ON \`${name}\`.lease TO '${application.user}'@'localhost'`);
    await world.sql(`GRANT SELECT ON \`${name}\`.credential_field TO '${retention.user}'@'localhost'`);
    expect((await verify()).drift).toEqual([
      "The application account's rights on lease are ALTER; DELETE; INSERT; SELECT; UPDATE instead of DELETE; INSERT; SELECT; UPDATE.",
      'The retention account has rights on credential_field, where it has nothing to do.',
      "The retention account's rights on lease are INSERT; SELECT instead of INSERT; SELECT; UPDATE.",
    ]);
  });

  it('U17 who takes a trigger away or widens a right leaves drift', async () => {
    const { name, application } = world.database;
    await world.sql('DROP TRIGGER event_no_delete');
    await world.sql('CREATE TRIGGER event_shadow AFTER INSERT ON event FOR EACH ROW SET @x = 1');
    await world.sql(`GRANT DELETE ON \`${name}\`.event TO '${application.user}'@'localhost'`);
    await world.sql(`GRANT UPDATE ON \`${name}\`.event_seal TO '${application.user}'@'localhost'`);
    const { drift, exitCode } = await verify();
    expect(exitCode).toBe(1);
    expect(drift.join('\n')).toMatch(
      /event_no_delete is missing[\s\S]*event_shadow does not belong[\s\S]*rights on event are[\s\S]*rights on event_seal are/,
    );
  });
});

describe('what keeps organisations apart', () => {
  it('leaves drift when somebody opens a table, widens a view or believes every claim', async () => {
    const { name, application } = world.database;
    const account = `'${application.user}'@'localhost'`;
    await world.sql(`GRANT SELECT ON \`${name}\`.contact TO ${account}`);
    await world.sql(`USE \`${name}\``);
    await world.sql('CREATE OR REPLACE VIEW held_site AS SELECT * FROM site WITH CASCADED CHECK OPTION');
    await world.sql('DROP VIEW held_scan');
    await world.sql("CREATE OR REPLACE FUNCTION held_rows() RETURNS LONGBLOB DETERMINISTIC NO SQL RETURN '*'");
    const { drift, exitCode } = await verify();
    expect(exitCode).toBe(1);
    expect(drift).toEqual([
      'The routine held_rows is missing or was changed.',
      'The view held_site was changed.',
      'The view held_scan is missing.',
      "The application account's rights on contact are REFERENCES; SELECT instead of REFERENCES.",
    ]);
  });
});

describe('the anchor', () => {
  it('may be a copy kept elsewhere', async () => {
    await writeEvents(world, 3);
    await sealAll(world);
    const here = join(world.settings.DATA_DIR, 'audit-checkpoints.txt');
    const copy = join(world.settings.DATA_DIR, 'copy.txt');
    writeFileSync(copy, readFileSync(here));
    rmSync(here);
    expect(await verify()).toMatchObject({ exitCode: 2 });
    expect(await verify({ anchors: [copy] })).toMatchObject({ exitCode: 0, counts: { anchors: 1 } });
  });
});
