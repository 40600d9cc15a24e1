import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A certificate for localhost that is its own authority. */
export interface TestCertificate {
  readonly key: string;
  readonly cert: string;
}

/** Made anew for each run; openssl comes with every Debian. */
export function aCertificate(): TestCertificate {
  const folder = mkdtempSync(join(tmpdir(), 'clientst0r-cert-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const name = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  const made = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];
  execFileSync('openssl', [...made, '-keyout', key, '-out', cert, ...name], { stdio: 'ignore' });
  const pair = { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
  rmSync(folder, { recursive: true, force: true });
  return pair;
}

/** What a test server is like. */
export interface SmtpManners {
  /** Demands this user and password. */
  auth?: { user: string; pass: string };
  certificate?: TestCertificate;
  /** Encrypted from the first byte. */
  secure?: boolean;
  /** Says no STARTTLS. */
  plain?: boolean;
  /** Answers of RCPT TO by recipient, each used once, in this order: `451 try later`. */
  answers?: Record<string, string[]>;
}

/** A real SMTP server on loopback that keeps what it is given. */
export class TestSmtp {
  readonly mails: { to: string[]; text: string }[] = [];

  private constructor(
    private readonly server: SMTPServer,
    readonly port: number,
  ) {}

  static async start(manners: SmtpManners = {}): Promise<TestSmtp> {
    const kept: TestSmtp['mails'] = [];
    const options: SMTPServerOptions = {
      ...manners.certificate,
      secure: manners.secure ?? false,
      authOptional: !manners.auth,
      disabledCommands: [...(manners.auth ? [] : ['AUTH']), ...(manners.plain ? ['STARTTLS'] : [])],
      allowInsecureAuth: true,
      closeTimeout: 200,
      onAuth: ({ username, password }, _session, answer) => {
        const known = username === manners.auth?.user && password === manners.auth?.pass;
        answer(known ? null : Object.assign(new Error('5.7.8 wrong'), { responseCode: 535 }), { user: username });
      },
      onRcptTo: ({ address }, _session, answer) => {
        const [code, ...words] = manners.answers?.[address]?.shift()?.split(' ') ?? [];
        answer(code ? Object.assign(new Error(words.join(' ')), { responseCode: Number(code) }) : null);
      },
      onData: (stream, { envelope }, answer) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          kept.push({ to: envelope.rcptTo.map(({ address }) => address), text: Buffer.concat(chunks).toString() });
          answer(null);
        });
      },
    };
    const server = new SMTPServer(options);
    server.on('error', () => undefined);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const smtp = new TestSmtp(server, (server.server.address() as AddressInfo).port);
    smtp.mails.push(...kept);
    Object.assign(smtp, { mails: kept });
    return smtp;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

/** Something that listens where a mail server should be, and behaves as `meet` says. */
export async function aStrangeServer(meet: (socket: Socket) => void): Promise<{ port: number; stop(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    meet(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    stop: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
