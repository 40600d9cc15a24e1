import { connect, createServer } from 'node:tls';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DOMAIN } from './nginx.mjs';

const VERSIONS = ['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'];
// Old versions are off in today's OpenSSL unless one asks for them.
const SUITES = 'TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384';
const ANY = { minVersion: 'TLSv1', ciphers: `${SUITES}:ALL:@SECLEVEL=0` };

/** Which versions of TLS the site speaks: { TLSv1: false, ... }. Proves first that this client could speak them all. */
export async function handshakes({ folder, ports, certificate }) {
  const key = readFileSync(join(folder, 'tls.key'));
  const willing = createServer({ key, cert: certificate, ...ANY }).listen(0, '127.0.0.1');
  await new Promise((resolve) => willing.once('listening', resolve));
  const spoken = async (port) =>
    Object.fromEntries(
      await Promise.all(VERSIONS.map(async (version) => [version, await speaks(port, version, certificate)])),
    );
  const able = await spoken(willing.address().port);
  willing.close();
  if (!Object.values(able).every(Boolean)) throw new Error(`This client cannot try them all: ${JSON.stringify(able)}`);
  return spoken(ports.tls);
}

function speaks(port, version, ca) {
  return new Promise((resolve) => {
    const socket = connect({
      ...ANY,
      host: '127.0.0.1',
      port,
      ca,
      servername: DOMAIN,
      minVersion: version,
      maxVersion: version,
    });
    socket.once('secureConnect', () => (socket.destroy(), resolve(true)));
    socket.once('error', () => resolve(false));
  });
}
