import { setImmediate as letOthersRun } from 'node:timers/promises';
import { DocumentReader } from './document.reader';
import { DocumentSplitter } from './document.splitter';
import { NmapReadError, notNmap } from './nmap.errors';
import { ScanDecoder } from './scan.decoder';
import type { ScanDocument } from './scan.document';

export const LARGEST_SCAN_BYTES = 64 * 1024 * 1024;
const SLICE_BYTES = 64 * 1024;
const MOST_WARNINGS = 50;

/** `maxBytes` caps the upload; `receivedAt` dates hosts of a file that carries no times at all. */
export interface ReadOptions {
  maxBytes?: number;
  receivedAt?: Date;
}

/** Reads nmap XML as it arrives. A cut-off scan is read as far as it goes; anything else wrong is an NmapReadError. */
export async function readNmapXml(
  source: AsyncIterable<Uint8Array> | Uint8Array,
  options: ReadOptions = {},
): Promise<ScanDocument> {
  const scan = new ScanCollector();
  const decoder = new ScanDecoder(options.maxBytes ?? LARGEST_SCAN_BYTES);
  const splitter = new DocumentSplitter(scan);
  for await (const chunk of source instanceof Uint8Array ? slices(source) : source)
    splitter.write(decoder.decode(chunk));
  splitter.write(decoder.end());
  splitter.end();
  if (decoder.replaced) scan.warn('Bytes that are not valid text were replaced.');
  return scan.result(options.receivedAt ?? new Date());
}

async function* slices(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += SLICE_BYTES) {
    yield bytes.subarray(at, at + SLICE_BYTES);
    await letOthersRun();
  }
}

class ScanCollector {
  private readonly documents: DocumentReader[] = [];
  private readonly warnings = new Set<string>();
  private current: DocumentReader | undefined;

  readonly warn = (sentence: string): void => {
    if (this.warnings.size < MOST_WARNINGS) this.warnings.add(sentence);
  };

  text(part: string): void {
    const text = this.current ? part : part.replace(/^[\s\0]+/, '');
    if (!text) return;
    if (!this.current && !text.startsWith('<')) return this.skipStrayText();
    this.current ??= new DocumentReader(this.warn);
    this.current.write(text);
  }

  boundary(): void {
    const ended = this.current;
    this.current = undefined;
    if (!ended) return;
    if (ended.begun) this.documents.push(ended);
    else this.skipStrayText();
  }

  result(receivedAt: Date): ScanDocument {
    const [first] = this.documents;
    if (!first) throw new NmapReadError('scan.empty', 'The file is empty.');
    this.warnAboutGaps();
    return {
      scanner: first.scanner,
      args: this.documents.map((document) => document.args).join('\n'),
      startedAt: first.startedAt ?? null,
      finishedAt: this.documents.at(-1)?.finishedAt,
      complete: this.documents.every((document) => document.complete),
      documents: this.documents.length,
      warnings: [...this.warnings],
      hosts: this.documents.flatMap((document) => datedHosts(document, receivedAt)),
    };
  }

  private skipStrayText(): void {
    if (this.documents.length > 0) return this.warn('Text after the end of the scan was skipped.');
    throw notNmap();
  }

  private warnAboutGaps(): void {
    const cut = this.documents.filter((document) => !document.complete);
    if (cut.length === 0) return;
    const unfinished = cut.reduce((sum, document) => sum + Math.max(0, document.hints - document.hosts.length), 0);
    const answered = unfinished > 0 ? ` ${unfinished} more hosts had answered but were not finished.` : '';
    this.warn(`The scan did not run to its end; only finished hosts are listed.${answered}`);
  }
}

function datedHosts(document: DocumentReader, receivedAt: Date): ScanDocument['hosts'] {
  const fallback = document.finishedAt ?? document.startedAt ?? receivedAt;
  return document.hosts.map((host) => ({ ...host, lastSeenAt: host.lastSeenAt ?? fallback }));
}
