import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { KEY_DOOR, PERIMETER_DOOR, PersonBudget, areaOfRoute, type KeyDoor, type PerimeterDoor } from '../authorize';
import { SETTINGS_TOKEN, type Settings } from '../config';
import { RequestContext, type Actor } from '../context';
import { Connections } from '../database';
import { type DomainError, Unavailable, asDomainError, isUnknown, problemOf } from '../errors';
import { admitGraphql, isGraphql } from '../graphql/door';
import { PlatformKeys } from '../keys';
import { acceptForms } from './form-post';
import { securityHeaders } from './headers';
import { isApi, routeOf } from './api-route';
import { budgetHeaders } from './budget-headers';
import { acceptJson } from './json-body';
import { Log } from './log';
import { Metrics, type AnsweredRequest } from '../metrics/metrics';
import { originOf } from './origin';
import { requireSameOrigin } from './same-origin';
import { refuseSecretsInAddress } from './secrets-in-address';
import { unlessUnchanged } from './unchanged';
import { SESSION_STRATEGY, type SessionStrategy } from './session-strategy';

/** Largest upload: a full scan of a /16 stays below it. */
export const MAX_UPLOAD_BYTES = 64 * 1024 * 1024;

/** Everything between the socket and the first guard, in order. The list of hooks is short on purpose: guards do not see them. */
export async function prepareServer(app: NestFastifyApplication): Promise<void> {
  const server = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  const settings = app.get<Settings>(SETTINGS_TOKEN);
  acceptJson(server);
  acceptForms(server);
  // What fails before a handler of ours is asked, a body over the limit for one, looks like every other refusal.
  server.setErrorHandler(async (thrown, request, reply) => {
    const error = asDomainError(thrown);
    if (isUnknown(error)) app.get(Log).fault(thrown);
    await refuse(reply, error, request.id);
  });
  await server.register(cookie as never);
  await server.register(
    multipart as never,
    { limits: { fileSize: MAX_UPLOAD_BYTES, files: 1, fields: 10, parts: 12 } } as never,
  );
  if (existsSync(join(settings.WEB_ROOT, 'index.html'))) {
    await server.register(
      fastifyStatic as never,
      {
        root: resolve(settings.WEB_ROOT),
        index: 'index.html',
        wildcard: false,
        preCompressed: true,
        immutable: true,
        maxAge: '1y',
        setHeaders: pageCaching,
      } as never,
    );
  }
  const headers = securityHeaders(settings.PUBLIC_URL);
  server.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id).headers(headers);
    done();
  });
  // After the body is read: a context opened earlier would be lost in the stream's callbacks.
  server.addHook('preValidation', (request, _reply, done) => app.get(RequestContext).run(originOf(request), done));
  server.addHook('preValidation', gate(app));
  const keyDoor = app.get<KeyDoor>(KEY_DOOR, { strict: false });
  server.addHook('onSend', async (request, reply, payload) => {
    if (!isApi(request)) return payload;
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'private, no-cache');
    return keyDoor.answered(request, reply, await unlessUnchanged(request, reply, payload));
  });
  const metrics = app.get(Metrics);
  server.addHook('onResponse', (request, reply, done) => {
    app.get(Log).request({
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      requestId: request.id,
    });
    metrics.request(answered(request, reply));
    done();
  });
}

/** Sealed house, the perimeter, cross-site writes and the session, before any handler. */
function gate(app: NestFastifyApplication): (request: FastifyRequest, reply: FastifyReply) => Promise<void> {
  const keys = app.get(PlatformKeys);
  const context = app.get(RequestContext);
  const log = app.get(Log);
  const strategy = app.get<SessionStrategy>(SESSION_STRATEGY);
  const perimeter = app.get<PerimeterDoor>(PERIMETER_DOOR, { strict: false });
  const people = app.get(PersonBudget);
  const connections = app.get(Connections);
  /** A key has paid where it was found; what is left of either budget is told with every answer. */
  const spent = async (actor: Actor, { method, routeOptions }: FastifyRequest): Promise<Record<string, string>> =>
    actor.key ? budgetHeaders(actor.key.budget) : people.spend(actor, method, routeOptions.url);
  const pays = (actor: Actor, request: FastifyRequest): boolean => Boolean(actor.key) || !staysOpen(request);
  return async (request, reply) => {
    if (!isApi(request)) return;
    try {
      if (keys.sealedBecause) throw new Unavailable('platform.sealed', keys.sealedBecause);
      await connections.catchUp();
      await perimeter.admit(areaOfRoute(routeOf(request)));
      requireSameOrigin(request);
      refuseSecretsInAddress(request.query);
      const actor = await strategy.authenticate(request);
      if (actor) context.become(actor);
      if (actor && pays(actor, request)) void reply.headers(await spent(actor, request));
      if (isGraphql(request)) admitGraphql(request, actor);
    } catch (thrown) {
      const error = asDomainError(thrown);
      if (isUnknown(error)) log.fault(thrown);
      if (error.status === 401 && isPublic(request)) return;
      await refuse(reply, error, request.id);
    }
  };
}

/** Every file of the pages has a route of its own; counted, they are one. */
function answered({ method, headers, routeOptions: { url } }: FastifyRequest, reply: FastifyReply): AnsweredRequest {
  const route = url === undefined ? 'none' : /^\/(?:api|health)\//.test(url) ? url : 'pages';
  const stream = headers.accept?.includes('text/event-stream');
  return { method, route, status: reply.statusCode, ms: stream ? undefined : reply.elapsedTime };
}

/** A stale cookie must not keep anybody from signing in again. */
function isPublic(request: FastifyRequest): boolean {
  return /^\/api\/v1\/(?:auth|setup)\//.test(`${routeOf(request)}/`);
}

/** Whoever has nothing left, because somebody else spends it, can still sign out, end sessions and change the limits. */
function staysOpen(request: FastifyRequest): boolean {
  return isPublic(request) || /^\/api\/v1\/limits\//.test(`${routeOf(request)}/`);
}

async function refuse(reply: FastifyReply, error: DomainError, requestId: string): Promise<void> {
  await reply
    .status(error.status)
    .header('content-type', 'application/problem+json')
    .header('cache-control', 'no-store')
    .headers(error.facts.headers ?? {})
    .send(problemOf(error, requestId));
}

function pageCaching(reply: FastifyReply, path: string): void {
  if (path.endsWith('.html')) void reply.header('cache-control', 'no-cache');
}
