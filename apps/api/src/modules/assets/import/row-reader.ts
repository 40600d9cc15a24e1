import { validate } from '@st0r/dto';
import { normaliseIp, normaliseMac } from '@st0r/net';
import { unguardFormula } from '../../../platform/csv';
import { AssetUpdateDto } from '../asset/asset-input.dto';
import { definitionsFor, type FieldOfTypes } from '../custom-field-records/custom-field-definitions';
import { customFieldFromText } from '../custom-fields';
import type { AssetTypeCode } from '../asset-types';
import { dayFromCell, priceFromCell, statusFromCell, tagsFromCell, typeFromCell, type DateOrder } from './import-cells';
import type { Lookups } from './import-lookups';

/** One thing about one cell. */
export interface CellNote {
  field: string;
  code: string;
  detail: string;
}

/** A row as an asset: what it says, what is wrong with it, and what could not be carried. */
export interface ReadRow {
  fields: AssetUpdateDto;
  address: { mac: string | null; ip: string | null } | null;
  custom: Record<string, unknown>;
  problems: CellNote[];
  warnings: CellNote[];
}

/** How the cells of this file are read. */
export interface ReaderOptions {
  lookups: Lookups;
  customFields: readonly FieldOfTypes[];
  dates: DateOrder;
  guarded: boolean;
}

type Cells = Record<string, string>;
const PLAIN = ['name', 'serial', 'assetTag', 'externalId', 'hostname', 'os', 'notes'] as const;
const DAYS = ['purchasedOn', 'warrantyEndsOn', 'endOfLifeOn'] as const;

/** Reads one row; an empty cell says nothing, so it never clears a value. */
export function readRow(raw: Cells, options: ReaderOptions): ReadRow {
  const cells = Object.fromEntries(
    Object.entries(raw)
      .map(([key, cell]) => [key, options.guarded ? unguardFormula(cell) : cell] as const)
      .filter(([, cell]) => cell.trim() !== ''),
  );
  const row: ReadRow = { fields: {}, address: null, custom: {}, problems: [], warnings: [] };
  for (const key of PLAIN) if (cells[key] !== undefined) row.fields[key] = cells[key];
  readChoices(cells, row);
  readFacts(cells, row, options.dates);
  readNames(cells, row, options.lookups);
  readAddress(cells, row);
  readCustom(cells, row, options.customFields);
  const checked = validate(AssetUpdateDto, row.fields);
  if (checked.ok) row.fields = checked.value;
  else
    for (const { pointer, code, detail } of checked.problems)
      row.problems.push({ field: pointer.split('/')[1] ?? '', code, detail });
  return row;
}

function readChoices(cells: Cells, { fields, problems }: ReadRow): void {
  if (cells['type'] !== undefined) {
    const type = typeFromCell(cells['type']);
    if (type) fields.type = type;
    else problems.push({ field: 'type', code: 'choice', detail: `"${short(cells['type'])}" is no asset type.` });
  }
  if (cells['status'] === undefined) return;
  const status = statusFromCell(cells['status']);
  if (status) fields.status = status;
  else problems.push({ field: 'status', code: 'choice', detail: `"${short(cells['status'])}" is no status.` });
}

function readFacts(cells: Cells, { fields, problems }: ReadRow, dates: DateOrder): void {
  for (const key of DAYS) {
    const cell = cells[key];
    if (cell === undefined) continue;
    const day = dayFromCell(cell, dates);
    if (day) fields[key] = day;
    else problems.push({ field: key, code: 'day', detail: `"${short(cell)}" is no day in the chosen order.` });
  }
  if (cells['price'] !== undefined) {
    const price = priceFromCell(cells['price']);
    if (price !== null) fields.price = price;
    else problems.push({ field: 'price', code: 'money', detail: `"${short(cells['price'])}" is no amount.` });
  }
  if (cells['currency'] !== undefined) fields.currency = cells['currency'].trim().toUpperCase();
  if (cells['tags'] !== undefined) fields.tags = tagsFromCell(cells['tags']);
}

/** A name we do not know is left out and said, because the rest of the row is still worth having. */
function readNames(cells: Cells, { fields, warnings }: ReadRow, lookups: Lookups): void {
  const unknown = (field: string): void =>
    void warnings.push({ field, code: 'unknown', detail: `"${short(cells[field] ?? '')}" is not known; left out.` });
  const { site, contact, manufacturer, model } = cells;
  if (site !== undefined) fields.siteId = lookups.site(site) ?? (unknown('site'), undefined);
  if (contact !== undefined) fields.contactId = lookups.contact(contact) ?? (unknown('contact'), undefined);
  if (manufacturer !== undefined)
    fields.manufacturerId = lookups.manufacturer(manufacturer) ?? (unknown('manufacturer'), undefined);
  if (model === undefined) return;
  const found = lookups.model(model, fields.manufacturerId ?? null);
  if (!found) return unknown('model');
  fields.modelId = found.id;
  fields.manufacturerId = found.manufacturerId;
}

function readAddress(cells: Cells, row: ReadRow): void {
  const [mac, ip] = [cells['mac'], cells['ip']];
  if (mac === undefined && ip === undefined) return;
  row.address = {
    mac: mac === undefined ? null : normaliseMac(mac),
    ip: ip === undefined ? null : normaliseIp(ip.trim()),
  };
  if (mac !== undefined && !row.address.mac)
    row.problems.push({ field: 'mac', code: 'mac', detail: `"${short(mac)}" is no MAC address.` });
  if (ip !== undefined && !row.address.ip)
    row.problems.push({ field: 'ip', code: 'ip', detail: `"${short(ip)}" is no IP address.` });
}

function readCustom(cells: Cells, row: ReadRow, fields: readonly FieldOfTypes[]): void {
  for (const { definition } of fields) {
    const cell = cells[`cf.${definition.slug}`];
    if (cell !== undefined) row.custom[definition.slug] = customFieldFromText(definition, cell);
  }
}

/** The custom values of a row an asset of this type can hold. */
export function customFor(row: ReadRow, type: AssetTypeCode, fields: readonly FieldOfTypes[]): Record<string, unknown> {
  const slugs = new Set(definitionsFor(fields, type).map(({ slug }) => slug));
  return Object.fromEntries(Object.entries(row.custom).filter(([slug]) => slugs.has(slug)));
}

const short = (text: string): string => [...text].slice(0, 60).join('');
