import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { InjectSettings, readBreachPlace, type Settings } from '../../platform/config';
import { Log } from '../../platform/http';
import { Outgoing } from '../../platform/outgoing';
import type { BreachSource } from './breach-source';
import { RangeFolder } from './range-folder';
import { RangeService } from './range-service';
import { SortedFile } from './sorted-file';

/** What is known about a password; `times` is 0 unless it is breached. */
export interface BreachVerdict {
  status: 'unknown' | 'clean' | 'breached';
  times: number;
}

/** Whether a password is in a collection of stolen ones. What cannot be asked is unknown, never clean. */
@Injectable()
export class BreachedPasswords {
  constructor(
    @InjectSettings() private readonly settings: Settings,
    private readonly outgoing: Outgoing,
    private readonly log: Log,
  ) {}

  /** False where nobody set up what could be asked. */
  get available(): boolean {
    return this.place.kind !== 'off';
  }

  /** True of a service: each question that is not answered takes its time, and the next one will not be either. */
  get far(): boolean {
    return this.place.kind === 'service';
  }

  async check(password: string): Promise<BreachVerdict> {
    try {
      const times = await (await this.source())?.count(hashOf(password));
      if (times === undefined) return { status: 'unknown', times: 0 };
      return { status: times > 0 ? 'breached' : 'clean', times };
    } catch (error) {
      this.log.warn(`Breached passwords could not be asked for: ${(error as Error).message}`);
      return { status: 'unknown', times: 0 };
    }
  }

  private get place(): ReturnType<typeof readBreachPlace> {
    return readBreachPlace(this.settings.BREACH_LIST);
  }

  private async source(): Promise<BreachSource | undefined> {
    const { place } = this;
    if (place.kind === 'off') return undefined;
    if (place.kind === 'service') return new RangeService(this.outgoing, place.address);
    return (await stat(place.path)).isDirectory() ? new RangeFolder(place.path) : new SortedFile(place.path);
  }
}

/** SHA-1 because the collections are made with it; nothing is protected by it. */
const hashOf = (password: string): string => createHash('sha1').update(password, 'utf8').digest('hex').toUpperCase();
