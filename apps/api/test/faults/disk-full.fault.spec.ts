import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startStack, type Stack } from '../../../../tools/journeys/stack.mjs';
import { auditVerdict, rowsOf, runs, untilReady, untilSealed } from './damage';
import { isAway } from './mixed-writes';
import { SmallDisk } from './small-disk';
import { Visitor, type WireAnswer } from './visitor';

const disk = SmallDisk.mounted('700m');

describe.skipIf(!disk)('X03 a disk of the database that is full', () => {
  let stack: Stack;
  let owner: Visitor;
  const promised: string[] = [];
  beforeAll(async () => {
    stack = await startStack({}, { memory: 'durable', dataDir: join(disk?.folder ?? '', 'data') });
    owner = await Visitor.owner(stack);
  }, 400_000);
  afterAll(async () => {
    await stack?.stop();
    disk?.end();
  });

  const write = async (at: number): Promise<WireAnswer> => {
    const body = { organisationId: owner.organisationId, name: `big ${at}`, notes: 'full '.repeat(9_000) };
    const answer = await owner.call('POST', '/assets', body);
    if (answer.status === 201) promised.push(`big ${at}`);
    return answer;
  };

  it('ends in a clear refusal, and the API survives it', async () => {
    expect((await write(0)).status).toBe(201);
    disk?.fill();
    let answer = await write(1);
    for (let at = 2; at < 400 && answer.status === 201; at += 1) answer = await write(at);
    // A server that cannot even write its log ends itself; then it is away, until its keeper starts it again.
    expect(isAway(answer)).toBe(true);
    expect(['database.full', 'database.away']).toContain(answer.body.code);
    expect(await runs(stack.api)).toBe(true);
  }, 120_000);

  it('that has room again takes writes again; nothing promised is lost and the audit log is clean', async () => {
    disk?.clear();
    if (!(await runs(stack.database))) await stack.startDatabase();
    await untilReady(stack);
    expect((await write(1_000)).status).toBe(201);
    const kept = await rowsOf<{ name: string }>(stack, 'SELECT name FROM asset WHERE name LIKE ?', ['big %']);
    expect(kept.map(({ name }) => name)).toEqual(expect.arrayContaining(promised));
    await untilSealed(stack);
    expect(await auditVerdict(stack)).toContain('complete and unchanged');
  }, 120_000);
});
