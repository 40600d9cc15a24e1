import { Injectable } from '@nestjs/common';
import { AREAS, type Area } from '../../../platform/authorize';
import { RequestContext } from '../../../platform/context';
import { UnitOfWork } from '../../../platform/database';
import { Conflict } from '../../../platform/errors';
import type { CountryFile } from '../countries/country-file';
import { Verdicts } from './verdicts';

const SAID: Record<Area, string> = { sign_in: 'sign in', admin: 'reach administration', api: 'use ClientSt0r' };

/** Lets nobody shut the door behind which they stand. */
@Injectable()
export class OwnWay {
  constructor(
    private readonly context: RequestContext,
    private readonly work: UnitOfWork,
    private readonly verdicts: Verdicts,
  ) {}

  /** Makes a change of the perimeter, and takes it back when it would shut out the person who makes it. */
  async kept<T>(change: () => Promise<T>): Promise<T> {
    const before = await this.closedAreas();
    const answer = await change();
    await this.requireOpen(before);
    this.work.afterCommit(() => this.verdicts.forget());
    return answer;
  }

  /** Refuses a country database that would shut out the person who brings it. */
  async survives(file: CountryFile): Promise<void> {
    await this.requireOpen(await this.closedAreas(), file);
  }

  private async requireOpen(before: readonly Area[], file?: CountryFile): Promise<void> {
    const { ip } = this.context.origin;
    const closed = (await this.closedAreas(file)).find((area) => !before.includes(area));
    if (!closed) return;
    throw new Conflict('perimeter.would_lock_out', {
      detail: `This would block you: from ${ip} you could no longer ${SAID[closed]}. Allow your own address first, or make the change on the machine itself.`,
      params: { area: closed, address: ip },
    });
  }

  private async closedAreas(file?: CountryFile): Promise<Area[]> {
    const { ip } = this.context.origin;
    if (!ip) return [];
    const { verdicts } = await this.verdicts.now(ip, file);
    return AREAS.filter((area) => !verdicts[area].open);
  }
}
