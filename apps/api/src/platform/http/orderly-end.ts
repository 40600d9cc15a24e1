import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { DomainError, problemOf } from '../errors';
import { securityHeaders } from './headers';

const GRACE_MS = 6_000;
/** So long a node that hands over refuses to be read; whoever asks it after that knows no other one. */
const HAND_OVER_MS = 1_000;
const READING = new Set(['GET', 'HEAD']);
/** Our nginx says with it that it asks the next node when this one answers 502: deploy/nginx/st0r/proxy.conf. */
const ASKS_OTHERS = 'x-asks-others';

/**
 * Ends a server the way people notice least: requests under way are answered, new ones are told to come back, and then
 * every connection is closed, also one that was opened and never used. Whoever is still sending after six seconds is cut.
 *
 * `handsOver` is true once it is known that this process will end and that another one is there. Then whoever shares out
 * requests and would ask that one gets a 502 for reading, for a second: it counts as a failure there, so that this node has
 * no new requests, of any kind, when its connections are closed. Who comes back later is answered: the other node may be
 * one that nobody here can reach.
 */
export function endOrderly(
  server: FastifyInstance,
  { publicUrl, handsOver }: { publicUrl: string | undefined; handsOver: () => boolean },
): void {
  const headers = securityHeaders(publicUrl);
  const open = new Set<object>();
  let ending = false;
  let handedOverAt: number | undefined;
  const handsOn = (request: FastifyRequest): boolean => {
    if (!handsOver() || !goesElsewhere(request)) return false;
    handedOverAt ??= Date.now();
    return ending || Date.now() - handedOverAt < HAND_OVER_MS;
  };
  server.addHook('onRequest', async (request, reply) => {
    const elsewhere = handsOn(request);
    if (ending || elsewhere) return refuse(reply.headers(headers), request.id, elsewhere ? 502 : 503);
    // Injected requests have no socket, and nobody who could be cut.
    if (!(request.raw.socket instanceof Socket)) return;
    open.add(request.raw);
    reply.raw.once('close', () => open.delete(request.raw));
  });
  server.addHook('preClose', async () => {
    ending = true;
    for (const until = Date.now() + GRACE_MS; open.size > 0 && Date.now() < until;) await sleep(20);
    server.server.closeAllConnections();
  });
}

const goesElsewhere = ({ method, headers }: FastifyRequest): boolean =>
  READING.has(method) && headers[ASKS_OTHERS] === 'yes';

async function refuse(reply: FastifyReply, requestId: string, status: number): Promise<void> {
  const detail = 'The platform is being stopped. Try again in a moment.';
  const away = new DomainError('Unavailable', 'platform.stopping', { detail, retryable: true, status });
  await reply
    .status(status)
    .headers({
      connection: 'close',
      'cache-control': 'no-store',
      'content-type': 'application/problem+json',
    })
    .send(problemOf(away, requestId));
}
