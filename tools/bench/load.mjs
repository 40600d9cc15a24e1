import { Agent, request } from 'node:http';

/** Something that answered wrongly: a bench of refusals would look very fast. */
export class WrongAnswer extends Error {}

/**
 * A door to a server on loopback: `send({ method, path, headers, body })` answers the body's bytes.
 * Connections stay open; anything but a 2xx answer throws with what the server said.
 */
export function openDoor(origin) {
  const { hostname, port } = new URL(origin);
  const agent = new Agent({ keepAlive: true, maxSockets: 64, scheduling: 'fifo' });
  const send = ({ method = 'GET', path, headers = {}, body }) =>
    new Promise((resolve, reject) => {
      const bytes = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
      const typed = bytes ? { 'content-type': 'application/json', 'content-length': bytes.length } : {};
      const wire = request({ hostname, port, agent, method, path, headers: { ...headers, ...typed } }, (answer) => {
        const chunks = [];
        answer.on('data', (chunk) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          const whole = Buffer.concat(chunks);
          if (answer.statusCode >= 200 && answer.statusCode < 300) return resolve(whole);
          const words = whole.toString('utf8', 0, 500);
          return reject(new WrongAnswer(`${method} ${path.slice(0, 200)} answered ${answer.statusCode}: ${words}`));
        });
      });
      wire.on('error', reject);
      wire.end(bytes);
    });
  return { send, close: () => agent.destroy() };
}

/**
 * One turn: `connections` callers each do `act(number)` again and again, until `seconds` are over or `most` acts began.
 * Answers `latencies` in milliseconds and the `elapsed` milliseconds of the whole turn.
 */
export async function turn(act, { connections, seconds, most = Number.POSITIVE_INFINITY }) {
  const latencies = [];
  const startedAt = performance.now();
  const until = startedAt + seconds * 1000;
  let begun = 0;
  const caller = async () => {
    for (let now = performance.now(); now < until && begun < most;) {
      await act(begun++);
      const then = now;
      now = performance.now();
      latencies.push(now - then);
    }
  };
  await Promise.all(Array.from({ length: connections }, caller));
  return { latencies, elapsed: performance.now() - startedAt };
}
