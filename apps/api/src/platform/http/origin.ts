import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Origin } from '../context';

/** Keeps a caller's request id when it is harmless, otherwise makes one. */
export function requestId(headers: Record<string, unknown>): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
}

/** Where a request came from; `request.ip` believes trusted proxies only. */
export function originOf(request: FastifyRequest): Origin {
  const [, device] = /(?:^|;\s*)__Host-dev=([\w.~-]{1,500})(?:;|$)/.exec(request.headers.cookie ?? '') ?? [];
  const userAgent = request.headers['user-agent'] ?? null;
  // The zone of a link-local address says which of our cables it came by.
  const ip = request.ip.replace(/%.*$/, '');
  return { requestId: request.id, ip, userAgent, ...(device ? { device } : {}) };
}
