import { Injectable } from '@nestjs/common';
import type { ExportColumn, ExportColumns, MoreColumns } from '../../../platform/export';
import type { AssetDto } from '../asset/asset.dto';
import { CustomFieldDefinitions } from '../custom-field-records/custom-field-definitions';
import { ASSET_CSV_FIELDS } from '../import/import-fields';

/** What an asset exports beside its plain properties; unless told otherwise, exactly what the import reads back. */
@Injectable()
export class AssetExportColumns implements ExportColumns {
  constructor(private readonly definitions: CustomFieldDefinitions) {}

  async of(scope: readonly string[]): Promise<MoreColumns> {
    // Custom fields differ between organisations; a file over several holds what all of them share.
    const [only] = scope.length === 1 ? scope : [];
    const fields = only ? await this.definitions.ofOrganisation(only) : [];
    const custom = fields.map(({ definition: { slug } }): ExportColumn => ({
      key: `cf.${slug}`,
      value: (row) => plain((row as unknown as AssetDto).customFields?.[slug]),
    }));
    const usual = [...ASSET_CSV_FIELDS, ...custom].map(({ key }) => key);
    return { columns: [...REACHED_BY, ...custom], usual };
  }
}

const primary = (row: object) => {
  const { interfaces } = row as AssetDto;
  return interfaces.find((one) => one.primary) ?? interfaces[0];
};
const REACHED_BY: readonly ExportColumn[] = [
  { key: 'mac', value: (row) => primary(row)?.mac },
  { key: 'ip', value: (row) => primary(row)?.ips[0] },
];

function plain(value: unknown): string | number | boolean | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
