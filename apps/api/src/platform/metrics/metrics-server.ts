import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { collectDefaultMetrics } from 'prom-client';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { InjectSettings, type Settings } from '../config';
import { Log } from '../http/log';
import { Metrics } from './metrics';

/** The private door for Prometheus, one for each process. It shows figures and words of the code, and nothing else. */
@Injectable()
export class MetricsServer implements OnApplicationShutdown {
  private server: Server | undefined;

  constructor(
    private readonly metrics: Metrics,
    private readonly log: Log,
    @InjectSettings() private readonly settings: Settings,
  ) {}

  /** Listens where the settings say; answers the port, or undefined when nobody asked for one or it is taken. */
  async start(role: 'api' | 'worker'): Promise<number | undefined> {
    const { METRICS_HOST, METRICS_PORT, WORKER_METRICS_PORT } = this.settings;
    const port = role === 'api' ? METRICS_PORT : WORKER_METRICS_PORT;
    if (port === undefined) return undefined;
    this.metrics.registry.setDefaultLabels({ process: role });
    collectDefaultMetrics({ register: this.metrics.registry });
    try {
      return await this.listen(port, METRICS_HOST);
    } catch (error) {
      // People can work without figures: a port that is taken must not keep the product from starting.
      const { code } = error as { code?: string };
      this.log.error(`Nobody can read the metrics of the ${role}: ${METRICS_HOST}:${port} cannot be used (${code}).`);
      return undefined;
    }
  }

  onApplicationShutdown(): void {
    this.server?.close();
    this.server?.closeAllConnections();
  }

  private listen(port: number, host: string): Promise<number> {
    const server = createServer({ requestTimeout: 10_000 }, ({ method, url }, reply) =>
      this.answer(`${method} ${url}`, reply),
    );
    this.server = server;
    return new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
    });
  }

  private answer(asked: string, reply: ServerResponse): void {
    if (asked !== 'GET /metrics') return void reply.writeHead(404).end();
    void this.metrics.scrape().then(
      (text) => reply.writeHead(200, { 'content-type': this.metrics.registry.contentType }).end(text),
      () => reply.writeHead(500).end(),
    );
  }
}
