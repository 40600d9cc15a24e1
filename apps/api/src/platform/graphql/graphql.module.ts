import type { DynamicModule } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { MercuriusDriver, type MercuriusDriverConfig } from '@nestjs/mercurius';
import type { GraphQLError } from 'graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RequestContext } from '../context';
import { asDomainError, problemOf } from '../errors';
import { eachFieldApart } from './apart';
import { LIMIT_RULES } from './limits';

interface Execution {
  data?: unknown;
  errors?: readonly GraphQLError[];
}

/** POST /api/graphql: code first, compiled queries, our own error shape, limits before execution. */
export const houseGraphql = (): DynamicModule =>
  GraphQLModule.forRoot<MercuriusDriverConfig>({
    driver: MercuriusDriver,
    path: '/api/graphql',
    autoSchemaFile: true,
    // Mercurius validates the schema once more, and whoever prints it sorts it: both take longer than building it.
    buildSchemaOptions: { skipCheck: true },
    jit: 1,
    graphiql: false,
    allowBatchedQueries: false,
    routes: true,
    queryDepth: 8,
    validationRules: [...LIMIT_RULES],
    transformSchema: (schema) => eachFieldApart(schema, new RequestContext()),
    context: (request: FastifyRequest, reply: FastifyReply) => ({ request, reply }),
    errorFormatter: formatErrors as never,
  });

/** Errors as REST sends them, in `extensions`; nothing undeclared leaves. */
function formatErrors(
  execution: Execution,
  context: { reply?: { request?: { id?: string } } },
): { statusCode: number; response: object } {
  const requestId = context.reply?.request?.id;
  const errors = (execution.errors ?? []).map((error) => {
    const cause = error.originalError;
    if (error.extensions?.['code'] && error.extensions['status'])
      return { message: error.message, path: error.path, extensions: { ...error.extensions, requestId } };
    // A syntax or validation error of the query itself has no original error and tells only what the caller wrote.
    if (!cause || cause.name === 'GraphQLError')
      return {
        message: error.message,
        path: error.path,
        locations: error.locations,
        extensions: { code: 'graphql.invalid', status: 400, requestId },
      };
    const domain = asDomainError(cause);
    const { type: _type, title: _title, ...extensions } = problemOf(domain, requestId);
    return { message: domain.facts.detail ?? domain.code, path: error.path, extensions };
  });
  const refused = execution.data === undefined || execution.data === null;
  const status = refused ? Number((errors[0]?.extensions as { status?: number } | undefined)?.status ?? 400) : 200;
  return { statusCode: status, response: { data: execution.data ?? null, errors } };
}
