import { isIP, type Socket } from 'node:net';
import { connect, type TLSSocket } from 'node:tls';
import type { LdapSettings } from '../connection/ldap-config';
import { askForTls } from './start-tls';

type Reach = Pick<LdapSettings, 'host' | 'security' | 'ca'>;

/** An encrypted socket whose other end has proven to be the configured host. Nothing that is secret goes before. */
export async function secureSocket(raw: Socket, { host, security, ca }: Reach): Promise<TLSSocket> {
  if (security === 'starttls') await askForTls(raw);
  const name = host ?? '';
  return new Promise((resolve, reject) => {
    const socket = connect({
      socket: raw,
      // What the certificate must be for; without it Node would ask for "localhost".
      host: name,
      ...(isIP(name) ? {} : { servername: name }),
      ...(ca ? { ca: [ca] } : {}),
      minVersion: 'TLSv1.2',
      rejectUnauthorized: true,
    });
    const onClose = (): void => reject(Object.assign(new Error('closed'), { code: 'ECONNRESET' }));
    socket.once('secureConnect', () => {
      socket.removeListener('error', reject).removeListener('close', onClose);
      resolve(socket);
    });
    socket.once('error', reject).once('close', onClose);
  });
}
