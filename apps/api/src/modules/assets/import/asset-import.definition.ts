import { defineJob } from '../../../platform/jobs';
import { AssetImportDto } from './asset-import.dto';

/** Imports an uploaded file, or tries it: all of it or nothing, as the request that waits for it does. */
export const importAssets = defineJob({
  name: 'asset.import',
  title: 'Import assets',
  input: AssetImportDto,
  acts: { permission: 'asset.write' },
  pace: 'long',
  attempts: 2,
  timeoutSeconds: 3600,
});
