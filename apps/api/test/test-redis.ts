import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A Redis of one spec file on a socket of its own, which can be killed and started again, empty. */
export class TestRedis {
  private readonly folder = mkdtempSync(join(tmpdir(), 'clientst0r-redis-'));
  private server: ChildProcess | undefined;

  /** The value of REDIS_URL. */
  get url(): string {
    return `unix://${this.socket}`;
  }

  async start(): Promise<void> {
    if (this.server) return;
    const options = [
      '--port',
      '0',
      '--unixsocket',
      this.socket,
      '--save',
      '',
      '--appendonly',
      'no',
      '--dir',
      this.folder,
    ];
    this.server = spawn('redis-server', options, { stdio: 'ignore' });
    while (!existsSync(this.socket)) await sleep(20);
  }

  /** As if the machine had lost power; what it held is gone. */
  async kill(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    if (!server) return;
    const ended = once(server, 'exit');
    server.kill('SIGKILL');
    await ended;
    rmSync(this.socket, { force: true });
  }

  /** Takes connections and answers nothing, until `goOn`. */
  hang(): void {
    this.server?.kill('SIGSTOP');
  }

  goOn(): void {
    this.server?.kill('SIGCONT');
  }

  async stop(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private get socket(): string {
    return join(this.folder, 'redis.sock');
  }
}
