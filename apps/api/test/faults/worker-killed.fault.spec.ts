import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startStack, type Stack } from '../../../../tools/journeys/stack.mjs';
import { rowsOf } from './damage';
import { Visitor, type WireAnswer } from './visitor';

const ROWS = 6000;
const REHEARSALS = 400;

/** A CSV file of new assets, as a browser would send it. */
function upload(owner: Visitor): Promise<WireAnswer> {
  const lines = Array.from({ length: ROWS }, (_, n) => `Laptop ${n},SN-${n}`);
  const edge = 'st0r-edge';
  const part = (head: string, content: string): string =>
    `--${edge}\r\nContent-Disposition: form-data; ${head}\r\n\r\n${content}\r\n`;
  const body = [
    part('name="organisationId"', owner.organisationId),
    part('name="file"; filename="assets.csv"', ['Name,Serial', ...lines].join('\n')),
    `--${edge}--\r\n`,
  ].join('');
  const headers = { 'content-type': `multipart/form-data; boundary=${edge}` };
  return owner.call('POST', '/assets/import/preview', Buffer.from(body), headers);
}

describe('X05 killing the worker in the middle of its jobs', () => {
  let stack: Stack;
  let owner: Visitor;
  let importing: string;
  beforeAll(async () => {
    stack = await startStack();
    owner = await Visitor.owner(stack);
    // Nobody works while the jobs are asked for, so that the worker is killed in the middle of all of them.
    await stack.worker.stop();
    const { importId } = (await upload(owner)).body as { importId: string };
    const body = { importId, mapping: { name: 0, serial: 1 }, match: 'serial' };
    const queued = await owner.call('POST', '/assets/import', body, { prefer: 'respond-async' });
    importing = String(queued.body.id);
    await stack.operator('jobs', 'rehearse', String(REHEARSALS));
    stack.startWorker();
    const begun = "SELECT id FROM job WHERE name = 'asset.import' AND progress_done > 0";
    while ((await rowsOf(stack, begun)).length === 0) await sleep(5);
    process.kill(stack.worker.pid, 'SIGKILL');
    await stack.worker.ended;
    stack.startWorker();
    const open = "SELECT id FROM job WHERE state IN ('queued', 'running')";
    while ((await rowsOf(stack, open)).length > 0) await sleep(200);
  }, 400_000);
  afterAll(() => stack?.stop());

  it('loses none of them', async () => {
    const jobs = await rowsOf<{ name: string; state: string; n: number }>(
      stack,
      "SELECT name, state, COUNT(*) AS n FROM job WHERE name IN ('asset.import', 'job.rehearse') GROUP BY name, state ORDER BY name",
    );
    expect(jobs.map(({ name, state, n }) => [name, state, Number(n)])).toEqual([
      ['asset.import', 'done', 1],
      ['job.rehearse', 'done', REHEARSALS],
    ]);
  });

  it('does none of them twice: what the killed attempt wrote is not there', async () => {
    const job = (await owner.must('GET', `/jobs/${importing}`)).body as { attempt: number; result: object };
    expect(job).toMatchObject({ attempt: 2, result: { created: ROWS, updated: 0 } });
    const [assets] = await rowsOf<{ n: number }>(stack, 'SELECT COUNT(*) AS n FROM asset');
    const events = await rowsOf<{ action: string; n: number }>(
      stack,
      "SELECT action, COUNT(*) AS n FROM event WHERE action IN ('asset.created', 'asset.imported') GROUP BY action ORDER BY action",
    );
    expect([Number(assets?.n), ...events.map(({ n }) => Number(n))]).toEqual([ROWS, ROWS, 1]);
  });
});
