import type { FastifyInstance, FastifyReply } from 'fastify';
import { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Unavailable, problemOf } from '../errors';
import { securityHeaders } from './headers';

const GRACE_MS = 6_000;

/**
 * Ends a server the way people notice least: requests under way are answered, new ones are told to come back, and then
 * every connection is closed, also one that was opened and never used. Whoever is still sending after six seconds is cut.
 */
export function endOrderly(server: FastifyInstance, publicUrl: string | undefined): void {
  const headers = securityHeaders(publicUrl);
  const open = new Set<object>();
  let ending = false;
  server.addHook('onRequest', async (request, reply) => {
    if (ending) return refuse(reply.headers(headers), request.id);
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

async function refuse(reply: FastifyReply, requestId: string): Promise<void> {
  const away = new Unavailable('platform.stopping', 'The platform is being stopped. Try again in a moment.');
  await reply
    .status(away.status)
    .headers({
      connection: 'close',
      'cache-control': 'no-store',
      'content-type': 'application/problem+json',
    })
    .send(problemOf(away, requestId));
}
