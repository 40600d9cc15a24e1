import { createServer } from 'node:net';
import { PlainError } from '../workspace/plain-error.mjs';

/** Throws a plain sentence when nobody can listen on this address now. */
export function checkPort(host, port) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => reject(portError(error, host, port)));
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve()));
  });
}

/** A port of this host that is free now, chosen by the system. */
export function freePort(host = '127.0.0.1') {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen({ host, port: 0 }, () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** A listen error as a sentence with a way out. */
export function portError(error, host, port) {
  const other = `PORT=${port < 65_535 ? port + 1 : 8080} npm start`;
  if (error.code === 'EADDRINUSE') {
    return new PlainError(`Port ${port} on ${host} is already used by another program.`, [
      `Stop that program (find it with: ss -ltnp 'sport = :${port}'), or use another port: ${other}`,
    ]);
  }
  if (error.code === 'EACCES') {
    return new PlainError(`You may not listen on port ${port}.`, [`Use a port above 1023: PORT=8080 npm start`]);
  }
  if (['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN', 'EINVAL'].includes(error.code)) {
    return new PlainError(`This machine has no address "${host}" (HOST).`, ['Use HOST=127.0.0.1, or leave HOST out.']);
  }
  return error;
}
