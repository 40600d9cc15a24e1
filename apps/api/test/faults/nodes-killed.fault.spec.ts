import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { killApi } from './damage';
import { kill9, TwoNodes } from './two-nodes';
import { Visitor, type WireAnswer } from './visitor';

/** How long each killed node has had for its answers: too short, just so, and long enough. */
const PATIENCE_MS = [0, 15, 200];
const REHEARSALS = 150;

let nodes: TwoNodes;
let owner: Visitor;
beforeAll(async () => {
  nodes = await TwoNodes.start();
  owner = await Visitor.owner(nodes.stack);
}, 400_000);
afterAll(() => nodes?.stop());

describe('X02 a node that is killed while somebody renews a session and somebody shows a code', () => {
  const refreshed: number[][] = [];
  const shown: number[][] = [];
  /** Living tokens of the session after each round, and sessions each code opened. */
  const living: number[] = [];
  const opened: number[] = [];
  beforeAll(async () => {
    for (const patience of PATIENCE_MS) {
      const tab = await anew();
      const phone = new Visitor(nodes.stack.url).as(owner);
      // Codes of a step work once; each round is another step as far as the database knows.
      await forgetSteps();
      await phone.password();
      const before = await sessions();
      const code = owner.code(0);
      const [refresh, second] = [tab.cookies, phone.cookies];
      // Zero for whoever got no answer.
      const asked = [tab.call('POST', '/auth/refresh'), phone.call('POST', '/auth/totp', { code })].map((answer) =>
        answer.then(statusOf, () => 0),
      );
      await sleep(patience);
      await killApi(nodes.stack);
      const cut = await Promise.all(asked);
      // Whoever got no answer asks the other node, with what they had before.
      const [tabThere, phoneThere] = [tab.at(nodes.secondUrl), phone.at(nodes.secondUrl)];
      tabThere.cookies = refresh;
      phoneThere.cookies = second;
      const again = [
        await tabThere.call('POST', '/auth/refresh'),
        await phoneThere.call('POST', '/auth/totp', { code }),
      ];
      refreshed.push([cut[0]!, again[0]!.status]);
      shown.push([cut[1]!, again[1]!.status]);
      living.push(await livingTokens(tabThere));
      opened.push((await sessions()) - before);
      await nodes.stack.startApi();
    }
  }, 300_000);

  it('lets at most one of two renewals through, and never two families', () => {
    expect(refreshed.filter((tries) => tries.filter((status) => status === 204).length > 1)).toEqual([]);
    expect(refreshed.flat().filter((status) => ![0, 204, 401, 409].includes(status))).toEqual([]);
    expect(living.filter((count) => count > 1)).toEqual([]);
  });

  it('takes each code at most once', () => {
    expect(shown.filter((tries) => tries.filter((status) => status === 200).length > 1)).toEqual([]);
    expect(shown.flat().filter((status) => ![0, 200, 401].includes(status))).toEqual([]);
    expect(opened.filter((count) => count > 1)).toEqual([]);
  });

  it('was hit in the middle of it', () => {
    const cut = [...refreshed, ...shown].filter(([status]) => status === 0);
    expect(cut.length).toBeGreaterThan(0);
  });

  it('locks nobody out: they sign in again at once', async () => {
    await forgetSteps();
    const person = new Visitor(nodes.secondUrl).as(owner);
    expect((await person.signIn(0)).status).toBe(200);
    expect((await person.call('GET', '/me')).status).toBe(200);
  });

  async function anew(): Promise<Visitor> {
    await forgetSteps();
    const tab = new Visitor(nodes.stack.url).as(owner);
    expect((await tab.signIn(0)).status).toBe(200);
    return tab;
  }
});

describe('two workers', () => {
  it('carry out all that was queued although one of them is killed', async () => {
    await nodes.stack.operator('jobs', 'rehearse', String(REHEARSALS));
    const running = "SELECT COUNT(*) > 0 FROM job WHERE name = 'job.rehearse' AND state = 'done'";
    await nodes.until(1, running);
    await kill9(nodes.stack.worker);
    // The living one renews its leases every second; those of the dead one end now instead of in twenty seconds.
    await sleep(4000);
    const silent = "state = 'running' AND lease_until < UTC_TIMESTAMP(6) + INTERVAL 17 SECOND";
    await nodes.rows(`UPDATE job SET lease_until = UTC_TIMESTAMP(6) WHERE ${silent}`);
    await nodes.until(0, "SELECT COUNT(*) FROM job WHERE name = 'job.rehearse' AND state IN ('queued', 'running')");
    const jobs = await nodes.rows<{ state: string; n: number }>(
      "SELECT state, COUNT(*) AS n FROM job WHERE name = 'job.rehearse' GROUP BY state",
    );
    expect(jobs.map(({ state, n }) => [state, Number(n)])).toEqual([['done', REHEARSALS]]);
    nodes.stack.startWorker();
    await nodes.until(
      2,
      "SELECT COUNT(*) FROM node_status WHERE role = 'worker' AND seen_at > UTC_TIMESTAMP(6) - INTERVAL 5 SECOND",
    );
  });

  it('begin each schedule once, and do no job twice', async () => {
    const [{ since }] = (await nodes.rows<{ since: string }>('SELECT CAST(UTC_TIMESTAMP(6) AS CHAR) AS since')) as [
      { since: string },
    ];
    await nodes.stack.operator('jobs', 'rehearse', String(REHEARSALS));
    const [{ due }] = (await nodes.rows<{ due: number }>(
      'SELECT COUNT(*) AS due FROM job_schedule WHERE paused = 0',
    )) as [{ due: number }];
    const [{ at }] = (await nodes.rows<{ at: string }>('SELECT CAST(UTC_TIMESTAMP(6) AS CHAR) AS at')) as [
      { at: string },
    ];
    await nodes.rows('UPDATE job_schedule SET next_at = UTC_TIMESTAMP(6) WHERE paused = 0');
    await nodes.until(0, 'SELECT COUNT(*) FROM job_schedule WHERE paused = 0 AND next_at <= UTC_TIMESTAMP(6)');
    const begun = await nodes.rows<{ name: string; n: number }>(
      `SELECT s.name, COUNT(j.id) AS n FROM job_schedule s LEFT JOIN job j ON j.name = s.name AND j.created_at >= ?
       WHERE s.paused = 0 GROUP BY s.name`,
      [at],
    );
    expect(begun).toHaveLength(Number(due));
    expect(begun.filter(({ n }) => Number(n) !== 1)).toEqual([]);
    const rehearsed = "name = 'job.rehearse' AND created_at >= ?";
    await nodes.until(REHEARSALS, `SELECT COUNT(*) FROM job WHERE state = 'done' AND ${rehearsed}`, [since]);
    expect(await nodes.rows(`SELECT id FROM job WHERE attempt > 1 AND ${rehearsed}`, [since])).toEqual([]);
  });
});

const statusOf = ({ status }: WireAnswer): number => status;
const forgetSteps = (): Promise<unknown> => nodes.rows('UPDATE user_totp SET last_step = 0');

async function sessions(): Promise<number> {
  const [row] = await nodes.rows<{ n: number }>('SELECT COUNT(*) AS n FROM session');
  return Number(row?.n);
}

/** Tokens that still open the session a browser is in; its first cookie names it. */
async function livingTokens(visitor: Visitor): Promise<number> {
  const token = visitor.cookies['__Host-at'] ?? '';
  const { sid } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { sid: string };
  const [row] = await nodes.rows<{ n: number }>(
    'SELECT COUNT(*) AS n FROM refresh_token WHERE session_id = ? AND used_at IS NULL',
    [sid],
  );
  return Number(row?.n);
}
