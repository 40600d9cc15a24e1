import { inflateSync } from 'node:zlib';

/** What a reader of a recovery kit sees or saves: all texts, the attached file, and the five parts. */
export interface ReadKit {
  texts: string;
  file: string;
  parts: string[];
}

/** Reads the document of a recovery kit. */
export function readKit(pdf: Buffer): ReadKit {
  const streams = streamsOf(pdf);
  const texts = streams.map(textOf).join('\n');
  return {
    texts,
    file: streams.find((text) => text.startsWith('-----BEGIN AGE')) ?? '',
    parts: texts
      .split(/Part \d of 5/)
      .slice(1)
      .map((text) => (text.match(/^(?:[0-9A-Z]{5} {3}){3}[0-9A-Z]{5}$/gm) ?? []).join(' ').replaceAll('   ', ' ')),
  };
}

function streamsOf(pdf: Buffer): string[] {
  const streams: string[] = [];
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 7)) {
    if (pdf.subarray(at - 3, at).toString() === 'end') continue;
    try {
      streams.push(inflateSync(pdf.subarray(at + 7)).toString('latin1'));
    } catch {
      // Not compressed.
    }
  }
  return streams;
}

/** pdfkit writes texts as hexadecimal pieces with kerning between them. */
const textOf = (stream: string): string =>
  [...stream.matchAll(/\[(.*?)\] TJ/g)]
    .map(([, pieces = '']) =>
      [...pieces.matchAll(/<([0-9a-f]+)>/g)].map(([, hex = '']) => Buffer.from(hex, 'hex').toString('latin1')).join(''),
    )
    .join('\n');
