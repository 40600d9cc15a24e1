import type { FastifyReply, FastifyRequest } from 'fastify';
import { hash } from 'node:crypto';

/**
 * An answer without a version of its own (a list, a count) gets an ETag of its text; a GET that names the same one gets
 * 304 and no body. Weak, because a proxy may compress it.
 */
export function unlessUnchanged(request: FastifyRequest, reply: FastifyReply, payload: unknown): unknown {
  if (request.method !== 'GET' || reply.statusCode !== 200 || typeof payload !== 'string') return payload;
  if (reply.hasHeader('etag') || String(reply.getHeader('cache-control')).includes('no-store')) return payload;
  const etag = `W/"${hash('sha256', payload, 'base64url').slice(0, 22)}"`;
  void reply.header('etag', etag);
  if (!named(request.headers['if-none-match']).includes(etag)) return payload;
  void reply.status(304);
  return null;
}

const named = (header: string | undefined): string[] => (header ?? '').split(',').map((one) => one.trim());
