/** What happens in a text that may hold several scans one after the other. */
export interface DocumentSink {
  text(part: string): void;
  /** The document that was being read, if any, ends here; the next text begins another. */
  boundary(): void;
}

// Neither can occur inside a scan (nmap escapes `<` everywhere), so they mark where documents begin and end, even
// when the first one was cut off and --append-output wrote the second right behind it.
const START = '<?xml ';
const END = '</nmaprun>';

/** Cuts a stream of text into documents, whatever way the chunks fall. */
export class DocumentSplitter {
  private carry = '';

  constructor(private readonly sink: DocumentSink) {}

  write(chunk: string): void {
    let rest = this.carry + chunk;
    for (let cut = nextCut(rest); cut; cut = nextCut(rest)) {
      this.emit(rest.slice(0, cut.at));
      this.sink.boundary();
      // The start mark itself belongs to the document it opens.
      this.emit(rest.slice(cut.at, cut.resume));
      rest = rest.slice(cut.resume);
    }
    const hold = heldBack(rest);
    this.emit(rest.slice(0, hold));
    this.carry = rest.slice(hold);
  }

  end(): void {
    this.emit(this.carry);
    this.carry = '';
    this.sink.boundary();
  }

  private emit(part: string): void {
    if (part) this.sink.text(part);
  }
}

function nextCut(text: string): { at: number; resume: number } | null {
  const start = text.indexOf(START);
  const end = text.indexOf(END);
  if (start < 0 && end < 0) return null;
  if (end < 0 || (start >= 0 && start < end)) return { at: start, resume: start + START.length };
  return { at: end + END.length, resume: end + END.length };
}

/** Where the tail begins that might be the first half of a mark. */
function heldBack(text: string): number {
  const open = text.lastIndexOf('<');
  if (open < 0) return text.length;
  const tail = text.slice(open);
  return START.startsWith(tail) || END.startsWith(tail) ? open : text.length;
}
