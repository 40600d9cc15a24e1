import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { boundedText, moment, type Attributes } from './attributes';
import { HostBuilder, type ReadHost } from './host.builder';
import { NmapReadError, notNmap } from './nmap.errors';

const DEEPEST_NESTING = 64;
const ENTITY_DECLARATION = /<!ENTITY/i;
// Bytes that answered a probe end up in script output; a stray one must not cost the whole scan.
const TOLERATED = /disallowed character\.|malformed character entity/;

/** One scan document: text goes in by `write`, the fields fill as elements pass. */
export class DocumentReader {
  scanner = 'nmap';
  args = '';
  startedAt: Date | undefined;
  finishedAt: Date | undefined;
  hints = 0;
  readonly hosts: ReadHost[] = [];

  private readonly parser = new SaxesParser();
  private readonly path: string[] = [];
  private host: HostBuilder | undefined;
  private text = '';
  private scanSeen = false;
  private closed = false;
  private failed = false;

  constructor(private readonly warn: (sentence: string) => void) {
    this.parser.on('error', (error) => this.handleError(error));
    this.parser.on('doctype', (doctype) => refuseEntities(doctype));
    this.parser.on('opentag', (tag) => this.open(tag));
    this.parser.on('closetag', (tag) => this.close(tag.name));
    this.parser.on('text', (text) => {
      if (this.path.at(-1) === 'cpe') this.text += text;
    });
  }

  write(text: string): void {
    this.parser.write(text);
  }

  /** True when the scanner came to its end and said so. */
  get complete(): boolean {
    return this.closed && !this.failed;
  }

  /** True once `<nmaprun>` was met; without it the text was no scan. */
  get begun(): boolean {
    return this.scanSeen;
  }

  private open({ name, attributes }: SaxesTagPlain): void {
    const parent = this.path.at(-1) ?? '';
    this.path.push(name);
    this.text = '';
    if (this.path.length === 1) return this.openScan(name, attributes);
    if (this.path.length > DEEPEST_NESTING)
      throw new NmapReadError('scan.malformed', 'The file nests elements deeper than any scan does.');
    if (this.host) return this.host.open(name, parent, attributes);
    if (parent === 'nmaprun' && name === 'host') this.host = new HostBuilder(attributes, this.warn);
    if (name === 'hosthint') this.hints += 1;
    if (parent === 'runstats' && name === 'finished') this.finish(attributes);
  }

  private openScan(name: string, attributes: Attributes): void {
    if (name !== 'nmaprun') throw notNmap();
    this.scanSeen = true;
    this.scanner = boundedText(attributes.scanner) ?? 'nmap';
    // A command line may name thousands of targets; it decides which devices count as looked for, so it is kept whole.
    this.args = (attributes.args ?? '').replace(/[\p{Cc}]+/gu, ' ').trim();
    this.startedAt = moment(attributes.start);
  }

  private finish(attributes: Attributes): void {
    this.finishedAt = moment(attributes.time);
    const reason = boundedText(attributes.errormsg);
    if (attributes.exit !== 'error' && !reason) return;
    this.failed = true;
    this.warn(`The scanner stopped with an error${reason ? `: ${reason}` : ''}.`);
  }

  private close(name: string): void {
    this.path.pop();
    const parent = this.path.at(-1) ?? '';
    if (this.path.length === 0) this.closed = true;
    if (name === 'host' && parent === 'nmaprun') return this.endHost();
    this.host?.close(name, parent, this.text);
  }

  private endHost(): void {
    const host = this.host?.finish();
    this.host = undefined;
    if (host) this.hosts.push(host);
  }

  private handleError(error: Error): void {
    if (error.message.includes('undefined entity')) throw entitiesRefused();
    if (!TOLERATED.test(error.message)) throw this.scanSeen ? malformed(error) : notNmap();
    this.warn('Characters that XML does not allow were skipped.');
  }
}

function refuseEntities(doctype: string): void {
  if (ENTITY_DECLARATION.test(doctype)) throw entitiesRefused();
}

function entitiesRefused(): NmapReadError {
  return new NmapReadError(
    'scan.entities-refused',
    'The file declares or uses XML entities. nmap never does, so it is refused.',
  );
}

function malformed(error: Error): NmapReadError {
  return new NmapReadError(
    'scan.malformed',
    `The file is damaged (line:column ${error.message.replace(/\.$/, '')}). Save it again with -oX.`,
  );
}
