import type { Api } from '@st0r/api-client';
import { isProblem, ApiProblem } from '../../shared/problem';
import type { Asset } from './asset-list';

export type InterfaceInput = Api<'AssetInterfaceInput'>;
/** An interface as a form holds it: everything is text. */
export type InterfaceValues = { name: string; type: string; mac: string; ips: string; primary: boolean };

/** An interface as it goes back to the API. */
export function inputOf({ name, type, mac, primary, ips }: Asset['interfaces'][number]): InterfaceInput {
  return { name, type, mac, primary, ips };
}

/** An interface in a form. */
export function valuesOf(input: InterfaceInput | undefined): InterfaceValues {
  const { name, type, mac, ips, primary } = input ?? {};
  return {
    name: name ?? '',
    type: type ?? '',
    mac: mac ?? '',
    ips: ips?.join(', ') ?? '',
    primary: primary ?? false,
  };
}

/** The text of a list with commas, spaces or lines between. */
export const listOf = (text: string): string[] => text.split(/[\s,;]+/).filter(Boolean);

/** An interface out of a form. */
export function interfaceOf({ name, type, mac, ips, primary }: InterfaceValues): InterfaceInput {
  return { name: name.trim() || null, type: type.trim() || null, mac: mac.trim() || null, ips: listOf(ips), primary };
}

/** Points a refusal of `/interfaces/<place>/…` at the fields of a form that shows only that interface. */
export function atInterface(thrown: unknown, place: number): unknown {
  if (!isProblem(thrown)) return thrown;
  const own = new RegExp(`^/interfaces/${place}/(\\w+).*$`);
  const errors = thrown.errors.map((error) => ({ ...error, pointer: error.pointer.replace(own, '/$1') }));
  return new ApiProblem(thrown.status, { code: thrown.code, detail: thrown.detail, errors });
}
