import { readFileSync } from 'node:fs';
import { createServer, type TLSSocket } from 'node:tls';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { startStack, type Stack } from '../../../../../tools/journeys/stack.mjs';
import { freePort } from '../../../../../tools/start/port.mjs';
import { untilSealed } from '../../../test/faults/damage';
import { ask, Visitor } from '../../../test/faults/visitor';
import { aCertificate } from '../../../test/test-smtp';
import { readSettings } from '../config';
import { CertificateWatch } from '../health/certificate-watch';
import { namesIn, Scraped } from './scraped.fixture';

interface Rule {
  alert: string;
  expr: string;
  labels: { severity: string };
  annotations: { summary: string; action: string };
}
interface DrawnPanel {
  id: number;
  title: string;
  gridPos: { x: number; y: number; w: number; h: number };
  targets: { expr: string }[];
}

const SHIPPED = new URL('../../../../../deploy/observability/', import.meta.url);
const shipped = (name: string): string => readFileSync(new URL(name, SHIPPED), 'utf8');
const [{ rules }] = (parse(shipped('alerts.yml')) as { groups: [{ rules: Rule[] }] }).groups;
const { panels } = JSON.parse(shipped('grafana-dashboard.json')) as { panels: DrawnPanel[] };

let stack: Stack;
let owner: Visitor;
let ports: { api: number; worker: number };
beforeAll(async () => {
  ports = { api: await freePort(), worker: await freePort() };
  stack = await startStack({ METRICS_PORT: String(ports.api), WORKER_METRICS_PORT: String(ports.worker) });
  owner = await Visitor.owner(stack);
  // The worker is there once it has sealed.
  await untilSealed(stack, 60_000);
  await owner.addAsset('measured');
});
afterAll(() => stack?.stop());

const scrape = async (role: 'api' | 'worker'): Promise<Scraped> =>
  new Scraped((await ask(`http://127.0.0.1:${ports[role]}/metrics`)).text);

describe('the metrics of a running product', () => {
  it('count requests by template of the route and status, and nothing a person typed', async () => {
    await owner.call('GET', '/assets?q=somebodys-secret-word');
    await owner.call('GET', '/assets/0190a0a0-0000-7000-8000-000000000000');
    await ask(`${stack.url}/no/such/address`);
    const { text } = await ask(`http://127.0.0.1:${ports.api}/metrics`);
    const scraped = new Scraped(text);
    expect(scraped.value('st0r_http_requests_total', { route: '/api/v1/assets', status: '200' })).toBeGreaterThan(0);
    expect(scraped.value('st0r_http_requests_total', { route: '/api/v1/assets/:id', status: '404' })).toBe(1);
    expect(scraped.value('st0r_http_requests_total', { route: 'none', status: '404' })).toBeGreaterThan(0);
    expect(scraped.value('st0r_http_request_duration_seconds_count', { route: '/api/v1/assets' })).toBeGreaterThan(0);
    expect(text).not.toMatch(/somebodys|0190a0a0|such|olga|measured/);
  });

  it('count what was done, once it is committed', async () => {
    expect((await scrape('api')).value('st0r_events_total', { action: 'asset.created' })).toBe(1);
  });

  it.each(['api', 'worker'] as const)(
    'of the %s tell the queue, the pool, seals, disk and the event loop',
    async (role) => {
      const scraped = await scrape(role);
      for (const pace of ['quick', 'long'])
        expect(scraped.value('st0r_jobs_oldest_seconds', { pace, process: role })).toBeGreaterThanOrEqual(0);
      expect(scraped.value('st0r_database_connections', { state: 'open' })).toBeGreaterThan(0);
      expect(scraped.value('st0r_database_up')).toBe(1);
      expect(scraped.value('st0r_sealed')).toBe(0);
      expect(scraped.value('st0r_seal_lag_seconds')).toBeGreaterThanOrEqual(0);
      expect(scraped.value('st0r_mails', { state: 'failed' })).toBe(0);
      expect(scraped.value('st0r_disk_free_bytes')).toBeLessThan(scraped.value('st0r_disk_size_bytes') ?? 0);
      expect(scraped.value('nodejs_eventloop_lag_p99_seconds')).toBeDefined();
      // Nobody makes backups here and nobody comes by TLS: no figure is better than a made-up one.
      expect(scraped.value('st0r_backup_age_seconds')).toBeUndefined();
      expect(scraped.value('st0r_certificate_days')).toBeUndefined();
    },
  );

  it('count runs of jobs where they run', async () => {
    await owner.must('POST', '/schedules/job.forget/run', {});
    await expect
      .poll(async () => (await scrape('worker')).value('st0r_job_runs_total', { outcome: 'done' }), { timeout: 30_000 })
      .toBeGreaterThan(0);
  });

  it('are behind a private port alone, which shows nothing else', async () => {
    expect((await ask(`${stack.url}/metrics`)).text).not.toContain('st0r_');
    const others = ['/', '/health/live', '/api/v1/me', '/metrics/../etc'];
    const seen = await Promise.all(others.map((path) => ask(`http://127.0.0.1:${ports.api}${path}`)));
    expect(seen.map(({ status, text }) => [status, text])).toEqual(others.map(() => [404, '']));
    const posted = await ask(`http://127.0.0.1:${ports.api}/metrics`, { method: 'POST' });
    expect(posted.status).toBe(404);
  });

  it('say that a database which hangs is away, although nothing was refused', async () => {
    process.kill(stack.database.pid, 'SIGSTOP');
    const hanging = await scrape('api').finally(() => process.kill(stack.database.pid, 'SIGCONT'));
    expect([hanging.value('st0r_database_up'), hanging.value('st0r_sealed')]).toEqual([0, 0]);
  });

  it('know every job that can fail before one does', async () => {
    const failed = { job_name: 'job.forget', outcome: 'failed' };
    expect((await scrape('worker')).value('st0r_job_runs_total', failed)).toBe(0);
  });

  it('are answered while the database is away, and say so', async () => {
    await stack.database.stop();
    const away = await scrape('api');
    await stack.startDatabase();
    expect(away.value('st0r_database_up')).toBe(0);
    expect(away.value('st0r_jobs_waiting')).toBeUndefined();
    await expect.poll(async () => (await scrape('api')).value('st0r_database_up'), { timeout: 60_000 }).toBe(1);
  });
});

describe('a process that is told to stop', () => {
  it('first says that it is not ready, and goes on answering', async () => {
    expect((await ask(`${stack.url}/health/startup`)).body).toEqual({
      status: 'ready',
      checks: { schema: 'ok' },
    });
    const node = await stack.startAnother('leaving', { DRAIN_SECONDS: '20', METRICS_PORT: '' });
    process.kill(node.pid, 'SIGTERM');
    await expect
      .poll(async () => (await ask(`${node.url}/health/ready`)).body.status, { timeout: 15_000 })
      .toBe('stopping');
    const ready = await ask(`${node.url}/health/ready`);
    expect([ready.status, ready.body.checks.process]).toEqual([503, 'This process is being stopped.']);
    expect((await ask(`${node.url}/health/live`)).status).toBe(200);
    expect((await ask(`${node.url}/api/v1/me`, { headers: owner.identity })).status).toBe(200);
    process.kill(node.pid, 'SIGKILL');
  });
});

describe('a certificate', () => {
  it('is read where visitors meet it, also when nobody trusts it', async () => {
    const server = createServer(aCertificate(), (socket: TLSSocket) => socket.end());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const at = (url?: string): CertificateWatch => new CertificateWatch(readSettings(url ? { PUBLIC_URL: url } : {}));
    const served = await at(`https://localhost:${port}`).look();
    server.close();
    const days = ((served?.validUntil.getTime() ?? 0) - Date.now()) / 86_400_000;
    expect([served?.host, Math.ceil(days)]).toEqual(['localhost', 2]);
    expect(await at('http://localhost:8080').look()).toBeUndefined();
    await expect(at(`https://127.0.0.1:${port}`).look()).rejects.toThrow(/ECONNREFUSED/);
  });
});

describe('what is shipped for those who watch', () => {
  const queries = [
    ...rules.map(({ alert, expr }): [string, string] => [`the alert ${alert}`, expr]),
    ...panels.flatMap(({ title, targets }) =>
      targets.map(({ expr }): [string, string] => [`the panel ${title}`, expr]),
    ),
  ];

  let exist: Set<string>;
  beforeAll(async () => {
    exist = new Set([...(await scrape('api')).names, ...(await scrape('worker')).names]);
  });

  it.each(queries)('%s names only metrics that exist', (_name, query) => {
    const { metrics, odd } = namesIn(query);
    expect(metrics.length).toBeGreaterThan(0);
    expect({ missing: metrics.filter((name) => !exist.has(name)), odd }).toEqual({ missing: [], odd: [] });
  });

  it('shows and watches every figure of ours', () => {
    const used = new Set(queries.flatMap(([, query]) => namesIn(query).metrics));
    const unused = [...exist].filter((name) => name.startsWith('st0r_') && !used.has(name));
    expect(unused).toEqual([]);
  });

  it('has at least twelve alerts, each with a name of its own, a sentence and what to do first', () => {
    expect(rules.length).toBeGreaterThanOrEqual(12);
    expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
    for (const { labels, annotations, expr } of rules) {
      expect(['page', 'ticket']).toContain(labels.severity);
      expect(annotations.summary.length * annotations.action.length).toBeGreaterThan(100);
      expect(expr.match(/[({[]/g)?.length).toBe(expr.match(/[)}\]]/g)?.length);
      expect(expr).toMatch(/ (?:==|[<>]) [\d.]+$/);
    }
  });

  it('has a dashboard whose panels do not cover each other', () => {
    const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, at) => `${x + (at % w)},${y + Math.floor(at / w)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    expect(Math.max(...panels.map(({ gridPos: { x, w } }) => x + w))).toBeLessThanOrEqual(24);
  });
});
