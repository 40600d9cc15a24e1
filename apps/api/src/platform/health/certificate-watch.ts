import { Injectable } from '@nestjs/common';
import { isIP } from 'node:net';
import { connect, type ConnectionOptions } from 'node:tls';
import { InjectSettings, type Settings } from '../config';

const FRESH_MS = 10 * 60_000;
const PATIENCE_MS = 2_500;

/** The certificate visitors are shown. */
export interface ServedCertificate {
  readonly host: string;
  readonly validUntil: Date;
}

/** Looks at the certificate behind PUBLIC_URL the way a visitor does, at most every ten minutes. */
@Injectable()
export class CertificateWatch {
  private seen: { at: number; certificate: ServedCertificate } | undefined;

  constructor(@InjectSettings() private readonly settings: Settings) {}

  /** Undefined where people do not come by TLS; rejects when the address does not answer. */
  async look(): Promise<ServedCertificate | undefined> {
    const { PUBLIC_URL } = this.settings;
    if (!PUBLIC_URL?.startsWith('https:')) return undefined;
    if (this.seen && performance.now() - this.seen.at < FRESH_MS) return this.seen.certificate;
    const certificate = await servedAt(new URL(PUBLIC_URL));
    this.seen = { at: performance.now(), certificate };
    return certificate;
  }
}

function servedAt({ hostname, port }: URL): Promise<ServedCertificate> {
  const host = hostname.replace(/^\[|\]$/g, '');
  // Only a date is read: of a certificate that nobody trusts, too, it is worth knowing when it ends.
  const options: ConnectionOptions = { host, port: Number(port || 443), rejectUnauthorized: false };
  return new Promise((resolve, reject) => {
    const socket = connect(isIP(host) ? options : { ...options, servername: host });
    socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error(`${host} does not answer by TLS.`)));
    socket.once('error', reject);
    socket.once('secureConnect', () => {
      const { valid_to: until } = socket.getPeerCertificate();
      socket.destroy();
      resolve({ host, validUntil: new Date(until) });
    });
  });
}
