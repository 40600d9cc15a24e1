import { Catch, Injectable, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { asDomainError, isUnknown, problemOf } from '../errors';
import { Log } from './log';

/** The one place where errors become answers, for both faces. */
@Catch()
@Injectable()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(thrown: unknown, host: ArgumentsHost): unknown {
    const error = asDomainError(thrown);
    if (isUnknown(error)) this.log.fault(thrown);
    if (host.getType<string>() === 'graphql') return graphqlError(error);
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    // Without built pages there is no sendFile; the problem below then says that nothing is here.
    if (error.code === 'route.not_found' && wantsPage(request) && 'sendFile' in reply)
      return void reply.status(200).header('cache-control', 'no-cache').sendFile(pageAt(request));
    if (error.facts.headers) void reply.headers(error.facts.headers);
    void reply
      .status(error.status)
      .header('content-type', 'application/problem+json')
      .header('cache-control', 'no-store')
      .send(problemOf(error, request.id));
    return undefined;
  }
}

/** The API reference is a document of its own; every other address belongs to the page application. */
const pageAt = (request: FastifyRequest): string => (pathOf(request) === '/help/api' ? 'help/api.html' : 'index.html');

const pathOf = (request: FastifyRequest): string => request.url.split('?')[0] ?? '';

/** Addresses of the pages are the browser's business; those of the API are not. */
function wantsPage(request: FastifyRequest): boolean {
  const path = pathOf(request);
  return (
    request.method === 'GET' &&
    !path.startsWith('/api/') &&
    !path.startsWith('/health') &&
    !path.startsWith('/assets/') &&
    (request.headers.accept ?? '').includes('text/html')
  );
}

function graphqlError(error: ReturnType<typeof asDomainError>): GraphQLError {
  const { type: _type, title: _title, ...extensions } = problemOf(error);
  return new GraphQLError(error.facts.detail ?? error.code, { extensions: { ...extensions } });
}
