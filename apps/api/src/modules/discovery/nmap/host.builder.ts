import { normaliseIp, normaliseMac } from '@st0r/net';
import { boundedText, choice, moment, wholeNumber, type Attributes } from './attributes';
import { OsGuess } from './os.guess';
import {
  HOST_STATES,
  PORT_PROTOCOLS,
  PORT_STATES,
  type FoundHost,
  type FoundPort,
  type FoundService,
} from './scan.document';

/** A host as read; the moment it was seen may only be known when its document ends. */
export type ReadHost = Omit<FoundHost, 'lastSeenAt'> & { lastSeenAt?: Date };

/** Gathers one host from the elements inside `<host>`; what it cannot use it says through `warn`. */
export class HostBuilder {
  private readonly host: ReadHost;
  private readonly ports = new Map<string, FoundPort>();
  private readonly os = new OsGuess();
  private port: FoundPort | undefined;

  constructor(
    attributes: Attributes,
    private readonly warn: (sentence: string) => void,
  ) {
    this.host = {
      state: 'unknown',
      reason: '',
      ips: [],
      hostnames: [],
      ports: [],
      otherPorts: [],
      lastSeenAt: moment(attributes.endtime) ?? moment(attributes.starttime),
      timedOut: attributes.timedout === 'true',
    };
  }

  open(name: string, parent: string, attributes: Attributes): void {
    if (parent === 'host') return this.openInHost(name, attributes);
    if (parent === 'port') return this.openInPort(name, attributes);
    if (parent === 'hostnames' && name === 'hostname') return this.addHostname(attributes);
    if (parent === 'ports') return this.openInPorts(name, attributes);
    if (name === 'osmatch' && parent === 'os') return this.os.addMatch(attributes);
    if (name === 'osclass') this.os.addClass(attributes, parent === 'osmatch');
  }

  close(name: string, parent: string, text: string): void {
    if (name === 'port') this.endPort();
    const cpe = name === 'cpe' && parent === 'service' ? boundedText(text) : undefined;
    if (cpe) this.port?.service?.cpe.push(cpe);
  }

  /** The finished host, or null when it has no address: then nothing could tell it from others. */
  finish(): ReadHost | null {
    this.host.os = this.os.result();
    this.host.ports = [...this.ports.values()];
    const addressed = this.host.ips.length > 0 || this.host.mac !== undefined;
    if (!addressed) this.warn('A host without an address was left out.');
    return addressed ? this.host : null;
  }

  private openInHost(name: string, attributes: Attributes): void {
    if (name === 'address') this.addAddress(attributes);
    if (name !== 'status') return;
    this.host.state = choice(HOST_STATES, attributes.state) ?? 'unknown';
    this.host.reason = boundedText(attributes.reason) ?? '';
  }

  // Some writers leave addrtype out, so the text itself decides what it is.
  private addAddress(attributes: Attributes): void {
    const text = attributes.addr ?? '';
    const ip = normaliseIp(text.split('%')[0] ?? '');
    const mac = normaliseMac(text);
    if (ip && !this.host.ips.includes(ip)) this.host.ips.push(ip);
    if (mac && !this.host.mac) {
      this.host.mac = mac;
      this.host.vendor = boundedText(attributes.vendor);
    }
    if (!ip && !mac) this.warn('An address that is neither IPv4, IPv6 nor MAC was left out.');
  }

  private addHostname(attributes: Attributes): void {
    const name = boundedText(attributes.name)?.replace(/\.$/, '');
    const known = this.host.hostnames.some((hostname) => hostname.name === name);
    if (name && !known) this.host.hostnames.push({ name, type: boundedText(attributes.type) ?? 'PTR' });
  }

  private openInPorts(name: string, attributes: Attributes): void {
    if (name === 'extraports') {
      const count = wholeNumber(attributes.count, 1_000_000) ?? 0;
      this.host.otherPorts.push({ state: boundedText(attributes.state) ?? 'unknown', count });
    }
    if (name === 'port') this.beginPort(attributes);
  }

  private beginPort(attributes: Attributes): void {
    const protocol = choice(PORT_PROTOCOLS, attributes.protocol ?? 'tcp');
    const port = wholeNumber(attributes.portid, 65_535);
    this.port = protocol && port !== undefined ? { protocol, port, state: 'unknown' } : undefined;
    if (!this.port) this.warn('A port with an unknown protocol or number was left out.');
  }

  private openInPort(name: string, attributes: Attributes): void {
    if (!this.port) return;
    if (name === 'state') this.port.state = choice(PORT_STATES, attributes.state) ?? 'unknown';
    if (name === 'service') this.port.service = readService(attributes);
  }

  private endPort(): void {
    if (this.port) this.ports.set(`${this.port.protocol}/${this.port.port}`, this.port);
    this.port = undefined;
  }
}

function readService(attributes: Attributes): FoundService {
  return {
    name: boundedText(attributes.name) ?? 'unknown',
    product: boundedText(attributes.product),
    version: boundedText(attributes.version),
    extra: boundedText(attributes.extrainfo),
    method: attributes.method === 'probed' ? 'probed' : 'table',
    tunnel: boundedText(attributes.tunnel),
    cpe: [],
  };
}
