import { existsSync, readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { join } from 'node:path';
import { z } from 'zod';
import { InjectSettings, type Settings } from '../../../platform/config';

const Journal = z.object({ id: z.string(), step: z.string() });
const Result = z.object({ outcome: z.string(), says: z.string(), at: z.string() });
const Refusal = z.object({ says: z.string(), at: z.string() });

export type UpdaterResult = z.infer<typeof Result>;

/** What the updater of this machine left for us to read, and where we leave it something. */
@Injectable()
export class UpdaterFiles {
  constructor(@InjectSettings() private readonly settings: Settings) {}

  /** Whether an updater serves this installation. */
  get there(): boolean {
    return this.settings.UPDATE_DIR !== undefined && existsSync(this.inbox);
  }

  get inbox(): string {
    return join(this.folder, 'inbox');
  }

  get request(): string {
    return join(this.inbox, 'request.json');
  }

  /** The update that is under way, and how far it is. */
  journal(): z.infer<typeof Journal> | null {
    return this.read('journal.json', Journal);
  }

  /** How an update ended; null while nobody says. */
  result(id: string): UpdaterResult | null {
    return this.read(join('results', `${id}.json`), Result);
  }

  /** The last request the updater refused because nobody here had signed it. */
  refused(): z.infer<typeof Refusal> | null {
    return this.read('refused.json', Refusal);
  }

  private get folder(): string {
    return this.settings.UPDATE_DIR ?? '';
  }

  private read<T>(name: string, shape: z.ZodType<T>): T | null {
    const path = join(this.folder, name);
    if (!this.settings.UPDATE_DIR || !existsSync(path)) return null;
    return shape.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data ?? null;
  }
}
