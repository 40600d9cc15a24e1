import { SaxesParser, type SaxesTagNS } from 'saxes';
import { SamlRefusal } from '../refusal';

/** What a text must keep to before anything interprets it. */
export interface XmlLimits {
  bytes: number;
  elements: number;
  /** Comments split text for some readers and not for others; only files that an administrator brings may hold them. */
  remarks: 'refused' | 'allowed';
}

/** Messages from a browser. */
export const MESSAGE_LIMITS: XmlLimits = { bytes: 256 * 1024, elements: 4_000, remarks: 'refused' };

const DEEPEST_NESTING = 48;
const MOST_ATTRIBUTES = 64;
const ID_NAMES = new Set(['ID', 'Id', 'id']);

/** Reads a text strictly, as one document without document type, instructions, doubled ids or more than it may hold. */
export function guardXml(text: string, limits: XmlLimits): void {
  if (Buffer.byteLength(text) > limits.bytes) throw new SamlRefusal('message.too_large');
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw new SamlRefusal('message.not_xml', { found: error.message });
  });
  parser.on('doctype', () => {
    throw new SamlRefusal('message.doctype');
  });
  if (limits.remarks === 'refused') refuseRemarks(parser);
  const guard = new ElementGuard(limits);
  parser.on('opentag', (tag) => guard.open(tag));
  parser.on('closetag', () => guard.close());
  parser.write(text).close();
}

function refuseRemarks(parser: SaxesParser<{ xmlns: true }>): void {
  parser.on('comment', () => {
    throw new SamlRefusal('message.comment');
  });
  parser.on('cdata', () => {
    throw new SamlRefusal('message.comment');
  });
  parser.on('processinginstruction', ({ target }) => {
    throw new SamlRefusal('message.instruction', { found: target });
  });
}

class ElementGuard {
  private readonly ids = new Set<string>();
  private depth = 0;
  private count = 0;

  constructor(private readonly limits: XmlLimits) {}

  open({ attributes }: SaxesTagNS): void {
    const all = Object.values(attributes);
    this.depth += 1;
    this.count += 1;
    const crowded = this.depth > DEEPEST_NESTING || this.count > this.limits.elements || all.length > MOST_ATTRIBUTES;
    if (crowded) throw new SamlRefusal('message.too_large');
    for (const { local, value } of all) {
      if (!ID_NAMES.has(local)) continue;
      if (this.ids.has(value)) throw new SamlRefusal('message.duplicate_id', { found: value });
      this.ids.add(value);
    }
  }

  close(): void {
    this.depth -= 1;
  }
}
