import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DomainError, Invalid } from '../errors';

/** A SAML answer with an encrypted assertion fits; nothing that comes this way is larger. */
const MAX_FORM_BYTES = 512 * 1024;

/**
 * Marks the few handlers another system reaches with a form: a provider posting an answer or a logout through somebody’s
 * browser or by itself. Such a request comes from another site, so it must carry its own proof. Say why.
 */
export const FormPost = (why: string): MethodDecorator => RouteConfig({ formPost: why });

/** True for a request to a handler marked with `@FormPost`. */
export const isFormPost = (request: FastifyRequest): boolean =>
  typeof (request.routeOptions.config as { formPost?: string }).formPost === 'string';

/** Form bodies, for marked handlers only: everybody else keeps answering 415. A field given twice is refused. */
export function acceptForms(server: FastifyInstance): void {
  server.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: MAX_FORM_BYTES },
    (request, body, done) => {
      try {
        if (!isFormPost(request)) throw wrongType();
        done(null, fieldsOf(String(body)));
      } catch (error) {
        done(error as Error);
      }
    },
  );
}

function fieldsOf(body: string): Record<string, string> {
  const fields = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(body)) {
    if (fields.has(name)) throw Invalid.field(`/${name}`, 'duplicate', `"${name}" is given twice.`);
    fields.set(name, value);
  }
  return Object.fromEntries(fields);
}

const wrongType = (): DomainError =>
  new DomainError('Invalid', 'body.wrong_type', {
    status: 415,
    detail: 'Unsupported Media Type: application/x-www-form-urlencoded',
  });
