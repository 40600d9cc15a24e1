import { normaliseIp, normaliseMac } from '@st0r/net';
import type { FieldProblem } from '@st0r/dto';
import { Invalid } from '../../../platform/errors';
import type { AssetInterfaceInputDto } from './asset-interface.dto';
import type { FieldSource } from './asset.entity';

/** An interface ready to be stored: canonical addresses, in order. */
export interface InterfaceDraft {
  name: string;
  type: string | null;
  mac: string | null;
  primary: boolean;
  ips: string[];
  source: FieldSource;
  lastSeenAt: Date | null;
}

/** Interfaces as people and imports give them; everything wrong is named at once. */
export function interfaceDrafts(inputs: readonly AssetInterfaceInputDto[], source: FieldSource): InterfaceDraft[] {
  const errors: FieldProblem[] = [];
  const marked = inputs.findIndex((input) => input.primary);
  const drafts = inputs.map((input, at) => ({
    name: input.name || `Interface ${at + 1}`,
    type: input.type || null,
    mac: macOf(input.mac, `/interfaces/${at}/mac`, errors),
    primary: at === Math.max(marked, 0),
    ips: ipsOf(input.ips ?? [], `/interfaces/${at}/ips`, errors),
    source,
    lastSeenAt: null,
  }));
  drafts.forEach(({ mac }, at) => {
    if (mac && drafts.findIndex((other) => other.mac === mac) < at)
      errors.push(problem(`/interfaces/${at}/mac`, 'duplicate', 'Two interfaces have this MAC address.'));
  });
  if (errors.length > 0) throw new Invalid('input.invalid', { detail: errors[0]?.detail, errors });
  return drafts;
}

function macOf(text: string | null | undefined, pointer: string, errors: FieldProblem[]): string | null {
  if (!text) return null;
  const mac = normaliseMac(text);
  if (!mac) errors.push(problem(pointer, 'mac', 'This is not a MAC address.'));
  return mac;
}

function ipsOf(texts: readonly string[], pointer: string, errors: FieldProblem[]): string[] {
  const ips = texts.map((text, at) => {
    const ip = normaliseIp(text);
    if (!ip) errors.push(problem(`${pointer}/${at}`, 'ip', 'This is not an IP address.'));
    return ip ?? '';
  });
  return [...new Set(ips)];
}

function problem(pointer: string, code: string, detail: string): FieldProblem {
  return { pointer, code, params: {}, detail };
}
