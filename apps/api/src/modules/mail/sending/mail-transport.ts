import { createTransport, type Transporter } from 'nodemailer';
import type { MailServer } from '../settings/mail-settings.service';

const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000, dnsTimeout: 5_000 };

/** A connection for one mail: settings may change between two, and a kept connection to a server is often closed by then. */
export function transportTo(server: MailServer, patience: Partial<typeof PATIENCE> = {}): Transporter {
  const times = { ...PATIENCE, ...patience };
  if (server.kind === 'url') return createTransport({ url: server.url, ...times } as never);
  return createTransport({
    host: server.host,
    port: server.port,
    secure: server.security === 'tls',
    requireTLS: server.security === 'starttls',
    ignoreTLS: server.security === 'none',
    ...(server.user ? { auth: { user: server.user, pass: server.password ?? '' } } : {}),
    tls: { minVersion: 'TLSv1.2', ...(server.authority ? { ca: server.authority } : {}) },
    disableFileAccess: true,
    disableUrlAccess: true,
    ...times,
  });
}
