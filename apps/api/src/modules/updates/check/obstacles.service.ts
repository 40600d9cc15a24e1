import { Injectable } from '@nestjs/common';
import { existsSync } from 'node:fs';
import { BackupBook, RECIPIENT_KINDS, Recipients } from '../../backup';
import { roomAt } from '../../../platform/health/disk-room';
import { SchemaState } from '../../../platform/health/schema-state';
import { PlatformKeys } from '../../../platform/keys';
import { runningRelease } from '../shelf/running-release';
import { UpdaterFiles } from '../shelf/updater-files';

/** How much something stands in the way. */
export const OBSTACLE_STATES = ['ok', 'warning', 'blocker'] as const;
export type ObstacleState = (typeof OBSTACLE_STATES)[number];

/** One thing that was looked at before an update. */
export interface Obstacle {
  name: string;
  state: ObstacleState;
  says: string;
}

const MEBIBYTE = 1024 ** 2;
/** What stays free, as the updater wants it. */
const SPARE_BYTES = 256 * MEBIBYTE;
const HOUR_MS = 3_600_000;
const OLD_HOURS = 36;

/** What of the installation itself stands in the way of an update. */
@Injectable()
export class Obstacles {
  constructor(
    private readonly files: UpdaterFiles,
    private readonly backups: BackupBook,
    private readonly recipients: Recipients,
    private readonly schema: SchemaState,
    private readonly keys: PlatformKeys,
  ) {}

  /** `bytes` is what the release takes unpacked, `packed` the length of its bundle. */
  async look({ bytes, packed }: { bytes: number; packed: number }): Promise<Obstacle[]> {
    return [this.sealed(), this.underWay(), await this.room(bytes + packed), await this.backup(), await this.steps()];
  }

  private sealed(): Obstacle {
    const reason = this.keys.sealedBecause;
    return reason ? blocker('keys', reason) : ok('keys', 'The platform is open.');
  }

  private underWay(): Obstacle {
    if (!this.files.there)
      return warning('updater', 'No updater serves this installation: bring the release by hand (UPDATE_DIR).');
    const busy = this.files.journal() !== null || existsSync(this.files.request);
    return busy ? blocker('updater', 'An update is under way already.') : ok('updater', 'The updater is free.');
  }

  private async room(bytes: number): Promise<Obstacle> {
    const { free } = await roomAt(runningRelease().folder);
    const [needed, there] = [bytes + SPARE_BYTES, free].map((one) => Math.ceil(one / MEBIBYTE));
    const says = `${there} MB are free, ${needed} MB are needed.`;
    return bytes + SPARE_BYTES > free ? blocker('room', says) : ok('room', says);
  }

  private async backup(): Promise<Obstacle> {
    const kinds = new Set((await this.recipients.list()).map(({ kind }) => kind));
    if (RECIPIENT_KINDS.some((kind) => !kinds.has(kind)))
      return blocker('backup', 'Nobody may open backups yet, so none can be made before the update.');
    const last = (await this.backups.lastVerified())?.madeAt;
    if (!last) return warning('backup', 'No backup was proved yet; one is made and proved first.');
    const hours = Math.floor((Date.now() - momentOf(last)) / HOUR_MS);
    const says = `The newest proved backup is ${hours} hours old; another one is made and proved first.`;
    return hours > OLD_HOURS ? warning('backup', says) : ok('backup', says);
  }

  private async steps(): Promise<Obstacle> {
    const { missing, unknown } = await this.schema.read();
    if (unknown > 0)
      return blocker('schema', `${unknown} steps of the schema are unknown to this release: a newer one was here.`);
    if (missing.length > 0)
      return blocker('schema', `${missing.length} steps of the schema are missing before the update: st0r migrate`);
    return ok('schema', 'The schema is the one of this release.');
  }
}

export const ok = (name: string, says: string): Obstacle => ({ name, state: 'ok', says });
export const warning = (name: string, says: string): Obstacle => ({ name, state: 'warning', says });
export const blocker = (name: string, says: string): Obstacle => ({ name, state: 'blocker', says });
const momentOf = (at: string): number => Date.parse(/Z$/.test(at) ? at : `${at.replace(' ', 'T')}Z`);
