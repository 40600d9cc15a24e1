import { NmapReadError } from './nmap.errors';

const REPLACEMENT = '\uFFFD';

/** Turns upload bytes into text, chunk by chunk: refuses too many bytes, replaces what is no valid UTF-8 or UTF-16. */
export class ScanDecoder {
  replaced = false;
  private seen = 0;
  private held: Uint8Array = new Uint8Array();
  private decoder: TextDecoder | undefined;

  constructor(private readonly maxBytes: number) {}

  decode(chunk: Uint8Array): string {
    this.seen += chunk.byteLength;
    if (this.seen > this.maxBytes) throw tooLarge(this.maxBytes);
    if (this.decoder) return this.note(this.decoder.decode(chunk, { stream: true }));
    this.held = Buffer.concat([this.held, chunk]);
    return this.held.byteLength < 2 ? '' : this.begin();
  }

  end(): string {
    const rest = this.decoder ? '' : this.begin();
    return rest + this.note(this.decoder?.decode() ?? '');
  }

  // PowerShell's `nmap -oX - > scan.xml` writes UTF-16 with a byte order mark; everything else is UTF-8.
  private begin(): string {
    const [a, b] = this.held;
    const encoding = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8';
    this.decoder = new TextDecoder(encoding);
    return this.note(this.decoder.decode(this.held, { stream: true }));
  }

  private note(text: string): string {
    this.replaced ||= text.includes(REPLACEMENT);
    return text;
  }
}

function tooLarge(maxBytes: number): NmapReadError {
  const size = `${Math.floor(maxBytes / (1024 * 1024)) || '< 1'} MiB`;
  return new NmapReadError(
    'scan.too-large',
    `The file is larger than ${size}. Split the scan by subnet and upload the parts.`,
  );
}
