import type { IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { upstreamOf } from '../../../../deploy/install/site.mjs';
import { DOMAIN, sitePorts, startNginx, type Nginx, type Ports } from '../../../../deploy/test/nginx.mjs';
import { startStack, type AnotherApi, type Service, type Stack } from '../../../../tools/journeys/stack.mjs';
import { TestRedis } from '../test-redis';
import { rowsOf } from './damage';
import type { Visitor, Wire } from './visitor';

/** How long nginx leaves a node alone that failed; longer than it takes a node to end in order. */
const LEFT_ALONE_SECONDS = 2;

interface Besides {
  second: AnotherApi;
  secondWorker: Service;
  nginx: Nginx;
}

/** Two API processes and two workers behind the shipped nginx, on one MariaDB and one Redis; each in a folder of its own. */
export class TwoNodes {
  /** The process that is the second node at the moment. */
  second: Service;

  private constructor(
    readonly stack: Stack,
    private readonly redis: TestRedis,
    private readonly besides: Besides,
  ) {
    this.second = besides.second;
  }

  static async start(env: NodeJS.ProcessEnv = {}): Promise<TwoNodes> {
    const ports = await sitePorts();
    const redis = new TestRedis();
    await redis.start();
    const address = { PUBLIC_URL: `https://${DOMAIN}:${ports.tls}`, TRUSTED_PROXIES: '127.0.0.1' };
    const stack = await startStack({ ...address, REDIS_URL: redis.url, NODE_NAME: 'first', ...env });
    const started = await TwoNodes.besides(stack, ports).catch(async (error: unknown) => {
      await stack.stop();
      await redis.stop();
      throw error;
    });
    return new TwoNodes(stack, redis, started);
  }

  private static async besides(stack: Stack, ports: Ports): Promise<Besides> {
    const second = await stack.startAnother('second');
    const secondWorker = stack.startAnotherWorker('second-worker');
    const hosts = [stack.url, second.url].map((url) => new URL(url).host);
    const upstream = upstreamOf(hosts, { leftAlone: `${LEFT_ALONE_SECONDS}s` });
    const nginx = await startNginx({ api: stack.url, ports, local: { upstream } });
    return { second, secondWorker, nginx };
  }

  async stop(): Promise<void> {
    await this.besides.nginx.stop();
    await this.stack.stop();
    await this.redis.stop();
  }

  /** The address people type. */
  get url(): string {
    return `https://127.0.0.1:${this.besides.nginx.ports.tls}`;
  }

  get secondUrl(): string {
    return this.besides.second.url;
  }

  /** Starts the second node again, after it was stopped or killed. */
  async secondAgain(): Promise<void> {
    this.second = await this.besides.second.again();
  }

  /** Waits until nginx gives a node another chance; it counts whole seconds, and more than those it was told. */
  async untilTried(): Promise<void> {
    await sleep(LEFT_ALONE_SECONDS * 1000 + 1500);
  }

  /** How it is reached: from many addresses, which nginx counts apart. */
  get wire(): Wire {
    const { certificate: ca } = this.besides.nginx;
    let calls = 0;
    return {
      ca,
      servername: DOMAIN,
      get from() {
        return `127.0.1.${1 + (calls++ % 200)}`;
      },
    };
  }

  rows<T = Record<string, unknown>>(text: string, params: unknown[] = []): Promise<T[]> {
    return rowsOf<T>(this.stack, text, params);
  }

  /** Waits until the first figure of a statement is this one. */
  async until(figure: number, text: string, params: unknown[] = []): Promise<void> {
    for (const until = Date.now() + 60_000; ; await sleep(50)) {
      const [row] = await this.rows(text, params);
      const found = Number(Object.values(row ?? {})[0]);
      if (found === figure) return;
      if (Date.now() > until) throw new Error(`Still ${found} instead of ${figure}: ${text}`);
    }
  }
}

/** Ends a process as the system's out-of-memory killer would. */
export async function kill9(service: Service): Promise<void> {
  process.kill(service.pid, 'SIGKILL');
  await service.ended;
}

/** A stream of events somebody reads, through nginx or at one node. */
export class Reader {
  private text = '';
  private open = true;

  private constructor(private readonly response: IncomingMessage) {
    response.setEncoding('utf8').on('data', (piece: string) => (this.text += piece));
    for (const end of ['end', 'error', 'aborted', 'close']) response.on(end, () => (this.open = false));
  }

  static async of(visitor: Visitor, path: string, headers: object = {}): Promise<Reader> {
    const response = await visitor.stream(path, headers);
    if (response.statusCode !== 200) throw new Error(`The stream answered ${response.statusCode}.`);
    return new Reader(response);
  }

  get ended(): boolean {
    return !this.open;
  }

  /** The jobs it told of, by their id, as often as it told. */
  get told(): { id: string; state: string }[] {
    return [...this.text.matchAll(/^data: (.*)$/gm)].map(([, data]) => JSON.parse(data ?? '') as never);
  }

  get lastId(): string {
    return [...this.text.matchAll(/^id: (.*)$/gm)].at(-1)?.[1] ?? '';
  }

  async untilDone(id: string): Promise<void> {
    for (const until = Date.now() + 20_000; !this.told.some((job) => job.id === id && job.state === 'done');) {
      if (Date.now() > until || this.ended) throw new Error(`It was not told that ${id} is done.`);
      await sleep(50);
    }
  }

  close(): void {
    this.response.destroy();
  }
}

/** People who read all the time, or with a pause in between; every answer but 200 is noted. */
export class Readers {
  readonly wrong: string[] = [];
  answers = 0;
  private reading = true;
  private hands: Promise<void>[] = [];

  constructor(
    private readonly visitors: readonly Visitor[],
    private readonly pauseMs = 0,
  ) {}

  start(): void {
    this.hands = this.visitors.map((visitor) => this.read(visitor));
  }

  async stop(): Promise<void> {
    this.reading = false;
    await Promise.all(this.hands);
  }

  private async read(visitor: Visitor): Promise<void> {
    while (this.reading) {
      const answer = await visitor.call('GET', '/assets?limit=5').catch((error: Error) => error);
      this.answers += 1;
      if (answer instanceof Error) this.wrong.push(answer.message);
      else if (answer.status !== 200) this.wrong.push(`${answer.status} ${answer.text.slice(0, 200)}`);
      if (this.pauseMs > 0) await sleep(this.pauseMs);
    }
  }
}
