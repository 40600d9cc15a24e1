import { Injectable } from '@nestjs/common';
import { TargetBook } from '../../backup';
import { days, ok, wrong, type Check, type Verdict } from '../finding';

const DAY_MS = 86_400_000;
const HALVES = { data: 'Data', keys: 'Keys' } as const;
type Look = Awaited<ReturnType<TargetBook['look']>>[number];

/** The places backups lie at: reached for every look, by whoever holds their secrets. */
@Injectable()
export class TargetChecks {
  readonly checks: readonly Check[] = [{ name: 'backup targets', deep: true, look: () => this.targets() }];

  constructor(private readonly book: TargetBook) {}

  private async targets(): Promise<Verdict> {
    const looks = await this.book.look();
    const says = looks.map(sentence).join(' ');
    return looks.some(({ problem }) => problem !== null) ? wrong(says) : ok(says);
  }
}

function sentence({ half, place, problem, backups, verifiedFrom }: Look): string {
  if (problem !== null) return `${HALVES[half]}: ${problem}.`;
  const newest = verifiedFrom ? `, the newest verified one ${ageOf(verifiedFrom)}` : ', none of them verified';
  return `${HALVES[half]}: ${backups} at ${place}${backups > 0 ? newest : ''}.`;
}

function ageOf(moment: string): string {
  const age = Math.floor((Date.now() - Date.parse(`${moment.replace(' ', 'T')}Z`)) / DAY_MS);
  return age < 1 ? 'less than a day old' : `${days(age)} old`;
}
