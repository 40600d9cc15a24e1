import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A hash as lists of stolen passwords write it. */
export const sha1 = (text: string): string => createHash('sha1').update(text).digest('hex').toUpperCase();

/** A service that is asked for stolen passwords by the first five digits of their hash; a test says what it answers. */
export class RangeService {
  /** What came, in order. */
  readonly asked: IncomingMessage[] = [];
  private readonly server = createServer((request, response) => {
    this.asked.push(request);
    void this.answer(request, response);
  });

  constructor(public answer: (request: IncomingMessage, response: ServerResponse) => unknown) {}

  /** Listens on loopback; answers the settings of a product that asks it. */
  async start(): Promise<Record<string, string>> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    const { port } = this.server.address() as AddressInfo;
    return {
      BREACH_LIST: `http://127.0.0.1:${port}/range`,
      OUTGOING_ALLOWED_CIDRS: `breaches=127.0.0.1/32@${port}`,
    };
  }

  forget(): void {
    this.asked.length = 0;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
