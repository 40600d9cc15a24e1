import { Controller, Get, Headers, Res } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { createHash } from 'node:crypto';
import { SignedIn } from '../authorize';
import { documentOf } from './openapi';

/** A text that stays the same while the process runs, with the ETag of its content. */
interface Page {
  text: string;
  etag: string;
}

/** The API describing itself: the two contract files, as this process serves them. */
@ApiTags('reference')
@Controller()
export class ReferenceController {
  private openApiPage?: Page;
  private graphqlPage?: Page;

  constructor(private readonly modules: ModuleRef) {}

  @Get('openapi.json')
  @SignedIn('the description shows what exists, not what it holds', { keys: true })
  @ApiOperation({ operationId: 'getOpenApi', summary: 'This API as an OpenAPI 3.1 document' })
  @ApiOkResponse({ description: 'The document.', schema: { type: 'object', additionalProperties: true } })
  openApi(
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('if-none-match') known?: string,
  ): string | undefined {
    this.openApiPage ??= pageOf(JSON.stringify(documentOf(), null, 2));
    return send(reply.type('application/json; charset=utf-8'), this.openApiPage, known);
  }

  @Get('schema.graphql')
  @SignedIn('the description shows what exists, not what it holds', { keys: true })
  @ApiOperation({ operationId: 'getGraphqlSchema', summary: 'The GraphQL schema in its definition language' })
  @ApiProduces('text/plain')
  @ApiOkResponse({ description: 'The schema.', schema: { type: 'string' } })
  graphql(
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('if-none-match') known?: string,
  ): string | undefined {
    this.graphqlPage ??= pageOf(graphqlText(this.modules));
    return send(reply.type('text/plain; charset=utf-8'), this.graphqlPage, known);
  }
}

/** The schema as the contract file has it; fields in alphabetical order. */
function graphqlText(modules: ModuleRef): string {
  const { schema } = modules.get(GraphQLSchemaHost, { strict: false });
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}

const pageOf = (text: string): Page => ({
  text,
  etag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`,
});

function send(reply: FastifyReply, { text, etag }: Page, known: string | undefined): string | undefined {
  void reply.header('etag', etag);
  if (known !== etag) return text;
  void reply.status(304);
  return undefined;
}
