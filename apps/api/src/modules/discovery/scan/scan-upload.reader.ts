import type { FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Invalid } from '../../../platform/errors';
import { LARGEST_SCAN_BYTES, NmapReadError, readNmapXml, type ScanDocument } from '../nmap';

/** A file that was read to its end and is a scan. */
export interface ScanFile {
  filename: string;
  size: number;
  sha256: string;
  document: ScanDocument;
}

/** A scan file that came in a request. */
export interface ScanUpload extends ScanFile {
  /** The form field, when one was sent before or after the file. */
  organisationId: string | undefined;
}

interface Part {
  type: 'file' | 'field';
  fieldname: string;
  filename?: string;
  value?: unknown;
  file?: Readable & { truncated: boolean };
}

type Multipart = Omit<FastifyRequest, 'parts' | 'isMultipart'> & {
  isMultipart?: () => boolean;
  parts: (options: object) => AsyncIterable<Part>;
};

const LONGEST_ID = 64;
const LONGEST_ARGS = 4_000_000;
/** A /16 with every address listed, and some. */
const MOST_HOSTS = 70_000;

/** Reads the scan while it arrives; memory holds the parsed hosts, never the file. Anything unusable is an Invalid. */
export async function readScanUpload(request: FastifyRequest): Promise<ScanUpload> {
  const multipart = request as unknown as Multipart;
  if (!multipart.isMultipart?.()) throw Invalid.field('/file', 'required', 'Send the scan as multipart/form-data.');
  let organisationId: string | undefined;
  let read: ScanFile | undefined;
  try {
    for await (const part of multipart.parts({ limits: { fileSize: LARGEST_SCAN_BYTES } })) {
      if (part.file) read = await readFile(part.file, part.filename ?? '');
      else if (part.fieldname === 'organisationId') organisationId = String(part.value).slice(0, LONGEST_ID);
    }
  } catch (error) {
    // What is still coming is read and dropped, so that the sender hears the answer instead of a broken connection.
    request.raw.resume();
    throw refusalOf(error);
  }
  if (!read) throw Invalid.field('/file', 'required', 'Choose a file.');
  return { ...read, organisationId };
}

/** What is wrong with a file as an answer; anything else stays what it is. */
export const refusalOf = (error: unknown): unknown =>
  error instanceof NmapReadError ? refused(error.code, error.detail) : error;

async function readFile(file: Readable & { truncated: boolean }, name: string): Promise<ScanFile> {
  async function* whole(): AsyncGenerator<Uint8Array> {
    for await (const chunk of file as AsyncIterable<Buffer>) {
      yield chunk;
      if (file.truncated) throw tooLarge();
    }
    if (file.truncated) throw tooLarge();
  }
  return readScan(whole(), name);
}

/** A scan file from wherever its bytes come; throws NmapReadError or Invalid. */
export async function readScan(source: AsyncIterable<Uint8Array>, name: string): Promise<ScanFile> {
  const hash = createHash('sha256');
  let size = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of source) {
      hash.update(chunk);
      size += chunk.byteLength;
      yield chunk;
    }
  }
  const document = await readNmapXml(counted());
  refuseExcess(document);
  return { filename: fileName(name), size, sha256: hash.digest('hex'), document };
}

function refuseExcess({ args, hosts }: ScanDocument): void {
  if (hosts.length > MOST_HOSTS)
    throw refused('scan.too-many-hosts', `The file lists more than ${MOST_HOSTS} hosts. Upload it in parts.`);
  if (args.length > LONGEST_ARGS)
    throw refused('scan.too-many-targets', 'The command line in the file is longer than 4 million characters.');
}

function tooLarge(): NmapReadError {
  const mebibytes = LARGEST_SCAN_BYTES / 1024 / 1024;
  return new NmapReadError('scan.too-large', `The file is larger than ${mebibytes} MiB. Scan fewer hosts per file.`);
}

function refused(code: string, detail: string): Invalid {
  const status = code === 'scan.too-large' ? 413 : 422;
  return new Invalid(code, { status, detail, errors: [{ pointer: '/file', code, params: {}, detail }] });
}

function fileName(path: string): string {
  const last = path.split(/[/\\]/).at(-1) ?? '';
  const printable = last.toWellFormed().replace(/\p{Cc}/gu, '');
  return [...printable].slice(0, 255).join('') || 'scan.xml';
}
