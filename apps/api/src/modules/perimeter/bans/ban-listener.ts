import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { chmodSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { InjectSettings, type Settings } from '../../../platform/config';
import { Log } from '../../../platform/http';
import { BanBook, readReport } from './ban-book';

const LONGEST = 512;
const PATIENCE_MS = 5000;

/** Listens on a Unix socket to what fail2ban tells: one line, one answer. Who may speak, the file's rights decide. */
@Injectable()
export class BanListener implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private server: Server | undefined;

  constructor(
    @InjectSettings() private readonly settings: Settings,
    private readonly book: BanBook,
    private readonly log: Log,
    private readonly host: HttpAdapterHost,
  ) {}

  /**
   * The process that serves requests listens; of several on one machine the last one that started. Where no socket can be
   * made, ClientSt0r serves all the same: bans hold without it.
   */
  async onApplicationBootstrap(): Promise<void> {
    const path = this.settings.BAN_SOCKET;
    if (!path || !this.host.httpAdapter) return;
    await this.listen(path).catch((error: unknown) => {
      this.log.warn(`BAN_SOCKET ${path} cannot be listened on; bans are not told.`);
      this.log.fault(error);
    });
  }

  private async listen(path: string): Promise<void> {
    rmSync(path, { force: true });
    const server = createServer((socket) => this.hear(socket));
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(path, resolve));
    chmodSync(path, 0o660);
    server.on('error', (error) => this.log.fault(error)).unref();
    this.server = server;
  }

  async beforeApplicationShutdown(): Promise<void> {
    await new Promise<void>((resolve) => (this.server ? this.server.close(() => resolve()) : resolve()));
  }

  private hear(socket: Socket): void {
    let heard = '';
    socket.setTimeout(PATIENCE_MS, () => socket.destroy());
    socket.on('error', () => socket.destroy());
    socket.setEncoding('utf8').on('data', (piece: string) => {
      heard += piece;
      if (heard.length > LONGEST) socket.destroy();
      else if (heard.includes('\n')) void this.answer(socket, heard.slice(0, heard.indexOf('\n')));
    });
  }

  private async answer(socket: Socket, line: string): Promise<void> {
    socket.removeAllListeners('data');
    const report = readReport(line);
    const kept = report
      ? await this.book.note(report).then(
          () => true,
          (error: unknown) => {
            this.log.fault(error);
            return false;
          },
        )
      : false;
    socket.end(kept ? 'ok\n' : 'no\n');
  }
}
