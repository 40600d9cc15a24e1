import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, rmdirSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startStack, type Stack } from '../../../../tools/journeys/stack.mjs';
import { auditVerdict, rowsOf, runs, untilReady, untilSealed } from './damage';
import { isAway } from './mixed-writes';
import { Visitor, type WireAnswer } from './visitor';

const SIZE = '700m';
const MEBIBYTE = 1024 * 1024;

/** A small disk of its own, or undefined where we may not mount one. */
function smallDisk(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'st0r-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE},mode=0711`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    rmdirSync(folder);
    return undefined;
  }
  chmodSync(folder, 0o711);
  return folder;
}

const disk = smallDisk();

describe.skipIf(!disk)('a disk that is full', () => {
  const folder = disk ?? '';
  const ballast = join(folder, 'ballast');
  let stack: Stack;
  let owner: Visitor;
  const promised: string[] = [];
  beforeAll(async () => {
    stack = await startStack({}, { memory: 'durable', dataDir: join(folder, 'data') });
    owner = await Visitor.owner(stack);
  }, 400_000);
  afterAll(async () => {
    await stack?.stop();
    execFileSync('umount', [folder]);
    rmSync(folder, { recursive: true });
  });

  const write = async (at: number): Promise<WireAnswer> => {
    const body = { organisationId: owner.organisationId, name: `big ${at}`, notes: 'full '.repeat(9_000) };
    const answer = await owner.call('POST', '/assets', body);
    if (answer.status === 201) promised.push(`big ${at}`);
    return answer;
  };

  it('ends in a clear refusal, and the API survives it', async () => {
    expect((await write(0)).status).toBe(201);
    const { bavail, bsize } = statfsSync(folder);
    for (let left = bavail * bsize; left > 0; left -= MEBIBYTE) {
      try {
        writeFileSync(ballast, Buffer.alloc(MEBIBYTE), { flag: 'a' });
      } catch {
        break;
      }
    }
    let answer = await write(1);
    for (let at = 2; at < 400 && answer.status === 201; at += 1) answer = await write(at);
    // A server that cannot even write its log ends itself; then it is away, until its keeper starts it again.
    expect(isAway(answer)).toBe(true);
    expect(['database.full', 'database.away']).toContain(answer.body.code);
    expect(await runs(stack.api)).toBe(true);
  }, 120_000);

  it('that has room again takes writes again; nothing promised is lost and the audit log is clean', async () => {
    rmSync(ballast);
    if (!(await runs(stack.database))) await stack.startDatabase();
    await untilReady(stack);
    expect((await write(1_000)).status).toBe(201);
    const kept = await rowsOf<{ name: string }>(stack, 'SELECT name FROM asset WHERE name LIKE ?', ['big %']);
    expect(kept.map(({ name }) => name)).toEqual(expect.arrayContaining(promised));
    await untilSealed(stack);
    expect(await auditVerdict(stack)).toContain('complete and unchanged');
  }, 120_000);
});
