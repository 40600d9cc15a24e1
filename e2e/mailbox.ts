import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';

/** Mails arrive when the worker has sent them. */
const PATIENCE_MS = 60_000;

interface Letter {
  to: string[];
  text: string;
}

/** A mail server on loopback, and what arrived in its mailboxes. */
export class Mailboxes {
  private letters: Letter[] = [];
  private readonly server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    closeTimeout: 200,
    onData: (stream, { envelope }, answer) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = envelope.rcptTo.map(({ address }) => address);
        this.letters.push({ to, text: plain(Buffer.concat(chunks).toString()) });
        answer(null);
      });
    },
  });

  static async open(): Promise<Mailboxes> {
    const mailboxes = new Mailboxes();
    mailboxes.server.on('error', () => undefined);
    await new Promise<void>((resolve) => mailboxes.server.listen(0, '127.0.0.1', resolve));
    return mailboxes;
  }

  /** What the product is told, as SMTP_URL. */
  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  /** The link in the last mail to somebody whose subject holds these words; waits for one. */
  async link(mailbox: string, words: string): Promise<string> {
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await sleep(200)) {
      const mail = this.letters.findLast(({ to, text }) => to.includes(mailbox) && subjectOf(text).includes(words));
      const link = /https?:\/\/\S+/.exec(mail?.text ?? '')?.[0];
      if (link) return link;
    }
    throw new Error(`No mail about "${words}" came to ${mailbox}`);
  }

  /** Forgets what has arrived so far. */
  empty(): void {
    this.letters = [];
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

/** The source of a mail without its transfer encoding. */
const plain = (source: string): string =>
  source
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

const subjectOf = (text: string): string =>
  (/^Subject: (.*(?:\r?\n .*)*)/m.exec(text)?.[1] ?? '').replaceAll(/\r?\n /g, ' ');
