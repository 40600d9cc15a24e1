import { NestFactory } from '@nestjs/core';
import type { IncomingMessage } from 'node:http';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppModule } from './app.module';
import { houseGraphql } from './platform/graphql/graphql.module';
import { readProxies } from './platform/config/proxies';
import { Log, endOrderly, prepareServer, refuseAddress, requestId } from './platform/http';
import { Readiness } from './platform/health/readiness';
import type { HouseOptions } from './platform/platform.module';
import { serveOpenApi } from './platform/http/openapi';

/** Nest's own handler of errors outside any route would replace the one of `prepareServer`, which answers in problems. */
class HouseAdapter extends FastifyAdapter {
  override setErrorHandler(): ReturnType<FastifyAdapter['setErrorHandler']> {
    return this.getInstance();
  }
}

/** The HTTP application, ready to listen or to be injected into. */
export async function createApp(options: HouseOptions): Promise<NestFastifyApplication> {
  const proxies = readProxies(options.settings.TRUSTED_PROXIES);
  const adapter = new HouseAdapter({
    genReqId: (raw: IncomingMessage) => requestId(raw.headers),
    requestIdHeader: false,
    trustProxy: proxies.length > 0 ? proxies : false,
    bodyLimit: 1024 * 1024,
    // A body that drips in for longer than this is nobody's upload.
    requestTimeout: 5 * 60_000,
    frameworkErrors: (_error: unknown, request: FastifyRequest, reply: FastifyReply) =>
      void refuseAddress(request, reply, options.settings.PUBLIC_URL),
    // While stopping, the refusal is ours, see endOrderly.
    return503OnClosing: false,
    routerOptions: { maxParamLength: 200, caseSensitive: true, ignoreTrailingSlash: false },
  });
  const house = AppModule.with(options, [houseGraphql()]);
  const app = await NestFactory.create<NestFastifyApplication>(house, adapter, {
    bodyParser: false,
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(app.get(Log));
  app.setGlobalPrefix('api/v1', { exclude: ['health/live', 'health/startup', 'health/ready'] });
  const readiness = app.get(Readiness);
  endOrderly(app.getHttpAdapter().getInstance() as unknown as FastifyInstance, {
    publicUrl: options.settings.PUBLIC_URL,
    handsOver: () => readiness.handsOver,
  });
  await prepareServer(app);
  serveOpenApi(app);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}
