import { Injectable } from '@nestjs/common';
import { PURPOSE, type Purpose } from '@st0r/crypto';
import type { Rekeying } from './rekeying';
import { Resealing } from './resealing';
import { sealedStores } from './sealed-store';

/** The way of each purpose: sealed values are sealed again, unless a module says otherwise. */
@Injectable()
export class Rekeyings {
  private readonly special = new Map<Purpose, Rekeying>();

  constructor(private readonly resealing: Resealing) {}

  /** For keys that do not seal: an index has its own way. */
  register(purpose: Purpose, way: Rekeying): void {
    this.special.set(purpose, way);
  }

  of(purpose: Purpose): Rekeying {
    return this.special.get(purpose) ?? this.resealing;
  }

  /** Whether everything a purpose's keys made is known here; where it is not, replacing the key would lose it. */
  movable(purpose: Purpose): boolean {
    return this.special.has(purpose) || sealedStores(purpose).length > 0;
  }

  /** Every purpose whose keys can be replaced. */
  purposes(): Purpose[] {
    return (Object.keys(PURPOSE) as Purpose[]).filter((purpose) => this.movable(purpose));
  }
}
