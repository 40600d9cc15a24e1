import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { InjectSettings, readBreachPlace, type Settings } from '../../platform/config';
import { Log } from '../../platform/http';
import { Outgoing } from '../../platform/outgoing';
import { BreachQuestions, NoBreachList } from './breach-questions';
import type { BreachSource, BreachVerdict } from './breach-source';
import { RangeFolder } from './range-folder';
import { RangeService } from './range-service';
import { SortedFile } from './sorted-file';

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

  async check(password: string): Promise<BreachVerdict> {
    return this.questions().check(password);
  }

  /** For whoever asks about many, one after the other. */
  questions(): BreachQuestions {
    return new BreachQuestions(
      (password) => this.ask(password),
      (why) => this.log.warn(`Breached passwords could not be asked for: ${why}`),
    );
  }

  private async ask(password: string): Promise<BreachVerdict> {
    const times = await (await this.source())?.count(hashOf(password));
    if (times === undefined) return { status: 'unknown', times: 0 };
    return { status: times > 0 ? 'breached' : 'clean', times };
  }

  private get place(): ReturnType<typeof readBreachPlace> {
    return readBreachPlace(this.settings.BREACH_LIST);
  }

  private async source(): Promise<BreachSource | undefined> {
    const { place } = this;
    if (place.kind === 'off') return undefined;
    if (place.kind === 'service') return new RangeService(this.outgoing, place.address);
    return (await isFolder(place.path)) ? new RangeFolder(place.path) : new SortedFile(place.path);
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    const { code = 'unreadable' } = error as NodeJS.ErrnoException;
    throw new NoBreachList(`There is no file or folder that can be read at ${path} (${code}).`);
  }
}

/** SHA-1 because the collections are made with it; nothing is protected by it. */
const hashOf = (password: string): string => createHash('sha1').update(password, 'utf8').digest('hex').toUpperCase();
