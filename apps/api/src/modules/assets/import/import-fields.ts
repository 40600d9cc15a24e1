import type { CsvField } from '../../../platform/csv';
import type { FieldOfTypes } from '../custom-field-records/custom-field-definitions';

/** What a column of an asset file can fill; the export writes the same columns. */
export const ASSET_CSV_FIELDS = [
  { key: 'name', label: 'Name', synonyms: ['Asset name', 'Device name', 'Computer name', 'Display name'] },
  { key: 'type', label: 'Type', synonyms: ['Asset type', 'Category', 'Configuration type', 'Device type'] },
  { key: 'status', label: 'Status', synonyms: ['Asset status', 'State', 'Configuration status'] },
  { key: 'serial', label: 'Serial', synonyms: ['Serial number', 'Serial no', 'S/N', 'Service tag'] },
  { key: 'assetTag', label: 'Asset tag', synonyms: ['Tag', 'Inventory number', 'Asset no'] },
  { key: 'externalId', label: 'External id', synonyms: ['Id', 'External reference'] },
  { key: 'hostname', label: 'Hostname', synonyms: ['Host', 'Host name', 'FQDN'] },
  { key: 'os', label: 'Operating system', synonyms: ['OS', 'Operating system name'] },
  { key: 'manufacturer', label: 'Manufacturer', synonyms: ['Make', 'Vendor', 'Brand'] },
  { key: 'model', label: 'Model', synonyms: ['Model name', 'Product'] },
  { key: 'mac', label: 'MAC address', synonyms: ['MAC', 'Primary MAC'] },
  { key: 'ip', label: 'IP address', synonyms: ['IP', 'Primary IP', 'IPv4'] },
  { key: 'site', label: 'Site', synonyms: ['Location', 'Office'] },
  { key: 'contact', label: 'Contact', synonyms: ['User', 'Assigned to', 'Owner'] },
  { key: 'purchasedOn', label: 'Purchased on', synonyms: ['Purchase date', 'Purchased', 'Purchased at'] },
  {
    key: 'warrantyEndsOn',
    label: 'Warranty ends on',
    synonyms: ['Warranty expires', 'Warranty end', 'Warranty expiration'],
  },
  { key: 'endOfLifeOn', label: 'End of life on', synonyms: ['End of life', 'EOL', 'EOL date'] },
  { key: 'price', label: 'Price', synonyms: ['Cost', 'Purchase cost', 'Purchase price'] },
  { key: 'currency', label: 'Currency' },
  { key: 'tags', label: 'Tags', synonyms: ['Labels'] },
  { key: 'notes', label: 'Notes', synonyms: ['Note', 'Comments', 'Description'] },
] as const satisfies readonly CsvField[];

/** The columns of one organisation: the fixed ones and its custom fields as `cf.<slug>`. */
export function importFields(fields: readonly FieldOfTypes[]): CsvField[] {
  const custom = fields.map(({ definition }) => ({ key: `cf.${definition.slug}`, label: definition.label }));
  return [...ASSET_CSV_FIELDS, ...custom];
}
