import type { FastifyInstance } from 'fastify';
import { Invalid } from '../errors';
import { duplicateKey } from './duplicate-keys';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** JSON bodies: strict UTF-8, no prototype keys, no key twice, 1 MiB. */
export function acceptJson(server: FastifyInstance): void {
  // A form of another site can send text without asking anybody first; nothing here is made for it.
  server.removeContentTypeParser('text/plain');
  server.addContentTypeParser(
    ['application/json', 'application/merge-patch+json'],
    { parseAs: 'buffer', bodyLimit: 1024 * 1024 },
    (_request, body, done) => {
      try {
        done(null, parse(body as Buffer));
      } catch (error) {
        done(error as Error);
      }
    },
  );
}

function parse(body: Buffer): unknown {
  if (body.length === 0) return undefined;
  let text: string;
  try {
    text = utf8.decode(body);
  } catch {
    throw new Invalid('body.encoding', { detail: 'The body is not valid UTF-8.' });
  }
  const value = read(text);
  const twice = duplicateKey(text);
  if (twice !== undefined) throw Invalid.field(`/${twice}`, 'duplicate', `"${twice}" is given twice.`);
  return value;
}

function read(text: string): unknown {
  try {
    return JSON.parse(text, refusePrototypes);
  } catch (error) {
    if (error instanceof Invalid) throw error;
    throw new Invalid('body.not_json', { detail: 'The body is not valid JSON.' });
  }
}

function refusePrototypes(key: string, value: unknown): unknown {
  if (key === '__proto__' || (key === 'constructor' && typeof value === 'object'))
    throw Invalid.field(`/${key}`, 'unknown', `There is no property "${key}" here.`);
  return value;
}
