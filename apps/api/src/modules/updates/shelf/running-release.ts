import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PLATFORM } from '../../../../../../deploy/updater/judge.mjs';
import { productFolder } from '../../../platform/health/version';

/** The release this process belongs to. */
export interface RunningRelease {
  folder: string;
  version: string;
  number: number;
  platform: string;
  changelog: string;
}

/** Reads it anew: an update may have put another one in its place. */
export function runningRelease(): RunningRelease {
  const folder = productFolder() ?? '.';
  const { version, release } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    version: string;
    release?: { number?: number };
  };
  const changes = join(folder, 'CHANGELOG.md');
  const changelog = existsSync(changes) ? readFileSync(changes, 'utf8') : '';
  return { folder, version, number: release?.number ?? 0, platform: PLATFORM, changelog };
}
