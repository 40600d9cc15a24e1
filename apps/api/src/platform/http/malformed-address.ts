import type { FastifyReply, FastifyRequest } from 'fastify';
import { Invalid, problemOf } from '../errors';
import { securityHeaders } from './headers';

/** An address the router cannot even read meets no hook of ours; it gets the same kind of refusal all the same. */
export async function refuseAddress(
  request: FastifyRequest,
  reply: FastifyReply,
  publicUrl: string | undefined,
): Promise<void> {
  const error = new Invalid('address.malformed', { status: 400, detail: 'This address is not written correctly.' });
  await reply
    .status(error.status)
    .headers({ ...securityHeaders(publicUrl), 'cache-control': 'no-store', 'content-type': 'application/problem+json' })
    .send(problemOf(error, request.id));
}
