import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { checkArchive, readBundle, trustedKeys, type Manifest } from '../../../../../../deploy/updater/bundle.mjs';
import { objections } from '../../../../../../deploy/updater/judge.mjs';
import { Refused } from '../../../../../../deploy/updater/refused.mjs';
import { BUNDLE_NAME } from '../../../../../../deploy/updater/request.mjs';
import { InjectSettings, type Settings } from '../../../platform/config';
import { NotFound } from '../../../platform/errors';
import { runningRelease } from './running-release';
import { UpdaterFiles } from './updater-files';

/** A bundle in the inbox; `problem` says why it is of no use. */
export interface ShelvedBundle {
  file: string;
  bytes: number;
  placedAt: string;
  version: string | null;
  problem: string | null;
}

const MOST = 50;

/** The bundles somebody brought. Who signed them is looked at before anything they say. */
@Injectable()
export class BundleShelf {
  constructor(
    @InjectSettings() private readonly settings: Settings,
    private readonly files: UpdaterFiles,
  ) {}

  async list(): Promise<ShelvedBundle[]> {
    if (!this.files.there) return [];
    const names = readdirSync(this.files.inbox).filter((name) => BUNDLE_NAME.test(name));
    const found: ShelvedBundle[] = [];
    for (const file of names.sort().slice(0, MOST)) {
      const seen = lstatSync(join(this.files.inbox, file), { throwIfNoEntry: false });
      if (seen?.isFile())
        found.push({ file, bytes: seen.size, placedAt: seen.mtime.toISOString(), ...(await this.glance(file)) });
    }
    return found.sort((one, other) => other.placedAt.localeCompare(one.placedAt));
  }

  /** Where a bundle of the inbox lies; its name is checked before it becomes a path. */
  placeOf(file: string): string {
    const path = join(this.files.inbox, file);
    if (!this.files.there || !BUNDLE_NAME.test(file) || !existsSync(path) || !lstatSync(path).isFile())
      throw new NotFound('bundle');
    return path;
  }

  /** Everything a bundle says, once signature and packed tree were checked; throws Refused. */
  async open(path: string): Promise<{ manifest: Manifest; sha256: string }> {
    const bundle = await readBundle(path, await this.keys());
    await checkArchive(path, bundle);
    const hash = createHash('sha256');
    await pipeline(createReadStream(path), hash);
    return { manifest: bundle.manifest, sha256: hash.digest('hex') };
  }

  private async glance(file: string): Promise<Pick<ShelvedBundle, 'version' | 'problem'>> {
    try {
      const { manifest } = await readBundle(this.placeOf(file), await this.keys());
      return { version: manifest.version, problem: objections(runningRelease(), manifest)[0]?.says ?? null };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return { version: null, problem: error.message };
    }
  }

  private keys(): ReturnType<typeof trustedKeys> {
    return trustedKeys(this.settings.RELEASE_KEYS ?? 'RELEASE_KEYS');
  }
}
