import type { Api } from '@st0r/api-client';
import { interfaceOf, type InterfaceValues } from './interface-values';
import type { Asset } from './asset-list';

export type CustomField = Api<'CustomField'>;
type CustomValues = Record<string, string | boolean | null>;

/** An asset as its form holds it. */
export type AssetValues = {
  organisationId: string;
  name: string;
  type: string;
  status: string;
  manufacturerId: string | null;
  modelId: string | null;
  serial: string;
  assetTag: string;
  externalId: string;
  hostname: string;
  os: string;
  siteId: string | null;
  contactId: string | null;
  parentId: string | null;
  purchasedOn: string | null;
  warrantyEndsOn: string | null;
  endOfLifeOn: string | null;
  price: string;
  currency: string;
  notes: string;
  tags: string;
  interfaces: InterfaceValues[];
  customFields: CustomValues;
};

/** What the form starts with; a new asset starts with one empty interface. */
export function assetValues(asset: Partial<Asset>, organisationId: string): AssetValues {
  const text = (value: string | null | undefined) => value ?? '';
  return {
    organisationId,
    name: text(asset.name),
    type: text(asset.type),
    status: asset.status ?? 'active',
    manufacturerId: asset.manufacturerId ?? null,
    modelId: asset.modelId ?? null,
    serial: text(asset.serial),
    assetTag: text(asset.assetTag),
    externalId: text(asset.externalId),
    hostname: text(asset.hostname),
    os: text(asset.os),
    siteId: asset.siteId ?? null,
    contactId: asset.contactId ?? null,
    parentId: asset.parentId ?? null,
    purchasedOn: asset.purchasedOn ?? null,
    warrantyEndsOn: asset.warrantyEndsOn ?? null,
    endOfLifeOn: asset.endOfLifeOn ?? null,
    price: asset.price == null ? '' : (asset.price / 100).toFixed(2),
    currency: text(asset.currency),
    notes: text(asset.notes),
    tags: asset.tags?.join(', ') ?? '',
    interfaces: [{ name: '', type: '', mac: '', ips: '', primary: true }],
    customFields: Object.fromEntries(
      Object.entries(asset.customFields ?? {}).map(([slug, value]) => [
        slug,
        typeof value === 'boolean' ? value : String(value),
      ]),
    ),
  };
}

/** The body the form stands for. Interfaces go along with new assets only; later they have a page of their own. */
export function bodyOf(
  values: AssetValues,
  fields: readonly CustomField[],
  isNew: boolean,
): Partial<Api<'AssetCreate'>> {
  const { organisationId, status, interfaces, price, tags, customFields, ...rest } = values;
  const plain = Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [key, typeof value === 'string' ? value.trim() || null : value]),
  );
  const body = {
    ...plain,
    notes: values.notes || null,
    price: minorUnits(price),
    tags: tags
      .split(',')
      .map((tag) => tag.trim())
      .filter(Boolean),
    customFields: customOf(customFields, fields),
  };
  if (!isNew) return body as Partial<Api<'AssetCreate'>>;
  const used = interfaces.filter(({ mac, ips }) => mac.trim() !== '' || ips.trim() !== '').map(interfaceOf);
  return { ...body, organisationId, status, interfaces: used } as Partial<Api<'AssetCreate'>>;
}

function customOf(values: CustomValues, fields: readonly CustomField[]): Record<string, unknown> {
  return Object.fromEntries(
    fields.map(({ slug, type }) => {
      const value = values[slug];
      if (typeof value === 'boolean') return [slug, value];
      if (value === undefined || value === null || value.trim() === '') return [slug, null];
      return [slug, type === 'number' || type === 'decimal' ? numberOf(value) : value];
    }),
  );
}

/** What is no number goes to the server as it is, which says so under the field. */
function numberOf(text: string): number | string {
  const number = Number(text);
  return Number.isFinite(number) ? number : text;
}

/** "1299.90" in the smallest unit of the currency; text that is no amount is left for the server to refuse. */
export function minorUnits(text: string): number | null {
  const amount = text.trim().replace(',', '.');
  if (amount === '') return null;
  return /^\d+(\.\d{1,2})?$/.test(amount) ? Math.round(Number(amount) * 100) : Number.NaN;
}

/** Only what a person changed, so that a save never writes over what somebody else changed meanwhile. */
export function changesOf(after: object, before: object): Record<string, unknown> {
  const old = new Map(Object.entries(before));
  return Object.fromEntries(
    Object.entries(after).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(old.get(key))),
  );
}
