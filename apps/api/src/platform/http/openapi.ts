import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { declaredResources } from '../resource';
import { refineOpenApi } from './refine-openapi';

/** The OpenAPI 3.1 document of the running application. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setTitle('ClientSt0r')
    .setVersion('1')
    .setDescription(
      'Errors are RFC 9457 problem documents with a dotted code. Lists page by cursor. PATCH takes If-Match, POST takes Idempotency-Key. ' +
        'Writes with cookies carry the header X-MSP: 1. `x-access` says what an operation demands. ' +
        'Answers to sessions, bearer tokens and API keys carry RateLimit-Policy and RateLimit; tokens and keys in the query are refused.',
    )
    .setOpenAPIVersion('3.1.1')
    .addBearerAuth({
      type: 'http',
      scheme: 'bearer',
      bearerFormat: 'JWT',
      description: 'From POST /api/v1/auth/token.',
    })
    .addBearerAuth(
      {
        type: 'http',
        scheme: 'bearer',
        bearerFormat: 'mspk_…',
        description:
          'An API key. `x-scopes` says what it needs, `x-cost` what a call takes of its budget; operations without them are for people.',
      },
      'apiKey',
    )
    .addCookieAuth('__Host-at', { type: 'apiKey', in: 'cookie', description: 'The session of a browser.' });
  for (const resource of declaredResources()) builder.addTag(resource.path, resource.about);
  return refineOpenApi(
    SwaggerModule.createDocument(app, builder.build(), { operationIdFactory: (_controller, method) => method }),
  );
}

let cached: OpenAPIObject | undefined;

/** Makes the document on first use: building it takes longer than starting. */
export function serveOpenApi(app: INestApplication): void {
  cached = undefined;
  documentOf = () => (cached ??= openApiDocument(app));
}

/** The document of this process. */
export let documentOf: () => OpenAPIObject = () => {
  throw new Error('The application has not been created yet.');
};
