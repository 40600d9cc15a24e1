import type { FastifyRequest } from 'fastify';

/**
 * Where the router led a request. What was asked for may be written in many ways (`/%61pi/v1`), and what decides by the
 * raw text can be walked around; only an address no route knows is taken as it was written.
 */
export const routeOf = (request: FastifyRequest): string => request.routeOptions.url ?? request.url;

/** True for the API: everything the gate, and with it the session, stands before. */
export const isApi = (request: FastifyRequest): boolean => routeOf(request).startsWith('/api/');
