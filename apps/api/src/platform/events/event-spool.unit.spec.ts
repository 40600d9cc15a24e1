import { mkdtempSync, readdirSync, renameSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Settings } from '../config';
import type { RequestContext } from '../context';
import type { UnitOfWork } from '../database/unit-of-work';
import { Unavailable } from '../errors';
import type { Log } from '../http/log';
import type { EventFacts } from './event';
import type { EventRecorder } from './event-recorder';
import { EventSpool } from './event-spool';

let folder: string;
let log: FlakyLog;
let spool: EventSpool;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'event-spool-'));
  log = new FlakyLog();
  spool = log.spool(folder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** An audit log that takes only as many events as it is told to. */
class FlakyLog {
  takes = 0;
  readonly written: string[] = [];
  readonly complaints: string[] = [];

  spool(dataDir: string): EventSpool {
    const recorder = { record: ({ action }: EventFacts) => this.take(action) };
    const work = { run: (act: () => Promise<void>) => act(), runApart: (act: () => Promise<void>) => act() };
    const context = { origin: { ip: '192.0.2.1' }, run: (_origin: unknown, act: () => Promise<void>) => act() };
    return new EventSpool(
      { DATA_DIR: dataDir } as Settings,
      context as unknown as RequestContext,
      recorder as unknown as EventRecorder,
      work as unknown as UnitOfWork,
      { error: (line: string) => this.complaints.push(line) } as unknown as Log,
    );
  }

  private take(action: string): void {
    if (this.takes === 0) throw new Unavailable('audit.unavailable', 'Away.');
    this.takes -= 1;
    this.written.push(action);
  }
}

const refusals = async (...names: string[]): Promise<void> => {
  for (const action of names) await spool.record({ action, category: 'security' } as EventFacts);
};

describe('refusals while the audit log is away', () => {
  it('are written once each and in order, also when the log goes away again half-way', async () => {
    await refusals('a', 'b', 'c', 'd');
    expect(log.written).toEqual([]);
    log.takes = 2;
    await expect(spool.replay()).rejects.toThrow('Away.');
    expect(log.written).toEqual(['a', 'b']);
    await refusals('e');
    log.takes = 10;
    expect(await log.spool(folder).replay()).toBe(3);
    expect(log.written).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(readdirSync(join(folder, 'spool'))).toEqual([]);
    expect(await spool.replay()).toBe(0);
  });

  it('are not kept when the log takes them', async () => {
    log.takes = 1;
    await refusals('a');
    expect(log.written).toEqual(['a']);
    expect(await spool.replay()).toBe(0);
  });

  it('are written by one process alone where several share a folder, and those of a dead one by another', async () => {
    await refusals('a');
    const [mine = ''] = readdirSync(join(folder, 'spool'));
    const other = log.spool(folder);
    log.takes = 10;
    const elsewhere = mine.replace(/_[^.]+/, '_another-machine');
    renameSync(join(folder, 'spool', mine), join(folder, 'spool', elsewhere));
    expect(await other.replay()).toBe(0);
    utimesSync(join(folder, 'spool', elsewhere), new Date(), new Date(Date.now() - 61_000));
    expect([await other.replay(), await spool.replay()]).toEqual([1, 0]);
    expect(log.written).toEqual(['a']);
    expect(readdirSync(join(folder, 'spool'))).toEqual([]);
  });
});
