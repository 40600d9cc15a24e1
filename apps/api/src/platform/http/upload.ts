import type { FastifyRequest } from 'fastify';
import { Invalid } from '../errors';

/** One uploaded file with the text fields sent before or after it. */
export interface Upload {
  /** The name the browser sent, without folders, at most 255 characters. */
  filename: string;
  content: Buffer;
  fields: Record<string, string>;
}

interface Part {
  type: 'file' | 'field';
  fieldname: string;
  filename?: string;
  value?: unknown;
  toBuffer?: () => Promise<Buffer>;
}

const readAlready = new WeakMap<FastifyRequest, Promise<Upload>>();

/**
 * Reads a multipart request with exactly one file into memory; `maxBytes` counts the file. Throws Invalid. Asked again
 * about the same request it answers the same: a unit of work that is tried again finds its upload where it was.
 */
export function readUpload(request: FastifyRequest, maxBytes: number): Promise<Upload> {
  const known = readAlready.get(request);
  if (known) return known;
  const upload = read(request, maxBytes);
  readAlready.set(request, upload);
  return upload;
}

async function read(request: FastifyRequest, maxBytes: number): Promise<Upload> {
  const multipart = request as FastifyRequest & {
    isMultipart?: () => boolean;
    parts: (options: object) => AsyncIterable<Part>;
  };
  if (!multipart.isMultipart?.()) throw Invalid.field('/file', 'required', 'Send the file as multipart/form-data.');
  const fields: Record<string, string> = {};
  let file: { filename: string; content: Buffer } | undefined;
  for await (const part of multipart.parts({ limits: { fileSize: maxBytes } })) {
    if (part.type === 'file' && part.toBuffer)
      file = { filename: nameOf(part.filename ?? ''), content: await part.toBuffer() };
    else if (typeof part.value === 'string') fields[part.fieldname] = part.value;
  }
  if (!file) throw Invalid.field('/file', 'required', 'Choose a file.');
  return { ...file, fields };
}

function nameOf(filename: string): string {
  const last = filename.split(/[/\\]/).at(-1) ?? '';
  return [...last.toWellFormed().replaceAll('\u0000', '')].slice(0, 255).join('') || 'file';
}
