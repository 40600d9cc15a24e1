import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../database';
import { Conflict } from '../../errors';
import { EventRecorder } from '../../events';
import { RootKeyCeremony } from './ceremony';
import { RootRing, type RootKeyRow } from './root-ring';
import { Wraps, type Outcome } from './wraps';

/** Moves every data key from the predecessor to the active root key, and gives the predecessor up when nothing needs it. */
@Injectable()
export class Rewrap {
  constructor(
    private readonly ring: RootRing,
    private readonly wraps: Wraps,
    private readonly ceremony: RootKeyCeremony,
    private readonly work: UnitOfWork,
    private readonly recorder: EventRecorder,
  ) {}

  /** May be cut short anywhere and run again, also by several at once; `tell` hears how many are done. */
  async run(tell: (done: number) => void = () => undefined): Promise<Outcome> {
    const before = (await this.ring.rows()).find(({ state }) => state === 'decrypt-only');
    if (!before) return { done: 0, dead: [] };
    const outcome = await this.wraps.rewrap(before.version, tell);
    if (outcome.done > 0) await this.work.run(async () => this.note(before, outcome));
    return outcome;
  }

  /** Retires the predecessor, or a staged version that is named; answers its number. */
  async retire(version?: number): Promise<number> {
    const row = (await this.ring.rows()).find((one) =>
      version === undefined ? one.state === 'decrypt-only' : one.version === version,
    );
    if (!row) throw refused('unknown', 'There is no root key to retire.');
    if (row.state === 'active' || row.state === 'retired')
      throw refused(
        'needed',
        `Root key ${row.version} is ${row.state}. Only a predecessor or a staged key can be retired.`,
      );
    if (row.state === 'decrypt-only') await this.requireUnused(row);
    await this.ceremony.retire(row);
    return row.version;
  }

  private async requireUnused({ version }: RootKeyRow): Promise<void> {
    const wraps = (await this.wraps.count()).get(version) ?? 0;
    if (wraps > 0)
      throw refused('in_use', `${wraps} data keys are still wrapped under root key ${version}. Rewrap first.`);
    const dead = await this.wraps.dead();
    if (dead.length > 0)
      throw refused(
        'dead_wraps',
        `${dead.length} data keys do not open, the first is ${dead[0]?.key}. Run st0r vault verify first.`,
      );
  }

  private note({ version }: RootKeyRow, { done, dead }: Outcome): void {
    this.recorder.record({
      action: 'root_key.rewrapped',
      category: 'security',
      outcome: dead.length > 0 ? 'failure' : 'success',
      details: { from: version, keys: done, failed: dead.length },
    });
  }
}

const refused = (code: string, detail: string): Conflict => new Conflict(`root_key.${code}`, { detail });
