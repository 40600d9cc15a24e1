import { Injectable } from '@nestjs/common';
import { KeyAges, LONGEST_DAYS, PlatformKeys, RingReports } from '../../../platform/keys';
import { KeyBook, KitBook } from '../../keys';
import { days, ok, warning, wrong, type Check, type Verdict } from '../finding';

const REHEARSED_DAYS = 400;

/** Keys: whether everybody has them, how old they are, and whether paper would bring them back. */
@Injectable()
export class KeyChecks {
  readonly checks: readonly Check[] = [
    { name: 'root keys', look: () => this.rootKeys() },
    { name: 'data keys', look: () => this.dataKeys() },
    { name: 'recovery kit', look: () => this.recoveryKit() },
  ];

  constructor(
    private readonly keys: PlatformKeys,
    private readonly reports: RingReports,
    private readonly book: KeyBook,
    private readonly ages: KeyAges,
    private readonly kits: KitBook,
  ) {}

  /** What was decided about the root keys, and who does not follow. */
  private async rootKeys(): Promise<Verdict> {
    if (this.keys.sealedBecause) return wrong(this.keys.sealedBecause);
    const { keys, nodes } = await this.reports.read();
    const [lacking] = keys.filter(({ missingAt }) => missingAt.length > 0);
    if (lacking)
      return wrong(`Key ${lacking.version} (${lacking.state}) is missing at ${lacking.missingAt.join(', ')}`);
    const old = keys.find(({ state }) => state === 'decrypt-only');
    if (old) return wrong(`Key ${old.version} still opens ${old.wraps} wraps: st0r keys rewrap, then st0r keys retire`);
    const active = keys.find(({ state }) => state === 'active');
    return ok(`Key ${active?.version} is active; processes that run and know it: ${nodes.length}.`);
  }

  /** How old the keys are that values are sealed under, and whether a replacement got stuck. */
  private async dataKeys(): Promise<Verdict> {
    const stuck = (await this.book.recent()).find(({ state }) => state === 'blocked');
    if (stuck)
      return wrong(
        `${stuck.dead} values under ${stuck.purpose} key ${stuck.fromVersion} do not open: st0r vault verify`,
      );
    const [worn] = await this.ages.oldest(1, { due: true });
    // The worker replaces them after a year; so much later it has not run for long, or cannot.
    if ((worn?.days ?? 0) > LONGEST_DAYS + 14)
      return wrong(`One is ${worn?.days} days old and was not replaced: is the worker running?`);
    const { dataKeys, oldestDays } = await this.book.overview();
    return ok(`In force: ${dataKeys}. The oldest is ${days(oldestDays ?? 0)} old.`);
  }

  /** Without one the loss of a disk is the loss of every secret. */
  private async recoveryKit(): Promise<Verdict> {
    const kit = await this.kits.last();
    if (!kit) return warning('There is none yet: st0r keys kit --out kit.pdf');
    if (!kit.current) return wrong(`Kit ${kit.kit} lacks the root key in force: st0r keys kit --out kit.pdf`);
    const age = Math.floor((Date.now() - Date.parse(kit.rehearsedAt ?? kit.madeAt)) / 86_400_000);
    if (age > REHEARSED_DAYS) return wrong(`Kit ${kit.kit} was not tried for ${age} days: st0r keys rehearse`);
    return ok(`Kit ${kit.kit} was ${kit.rehearsedAt ? 'rehearsed' : 'printed'} ${days(age)} ago.`);
  }
}
