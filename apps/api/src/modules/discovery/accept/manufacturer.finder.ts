import { Injectable } from '@nestjs/common';
import { Repositories } from '../../../platform/database';
import { ManufacturerEntity } from '../../assets';
import type { ManufacturerIds } from './asset-draft';

const LONGEST_NAME = 120;
/** "HP" is no short form of "HPE": shorter names must match whole. */
const SHORTEST_BEGINNING = 3;

/** Finds who made a network card among the manufacturers known here; adds who is missing. */
@Injectable()
export class ManufacturerFinder {
  constructor(private readonly repositories: Repositories) {}

  async idsOf(names: ReadonlySet<string>): Promise<ManufacturerIds> {
    const ids = new Map<string, string>();
    if (names.size === 0) return ids;
    const known = (await this.repositories.house(ManufacturerEntity).find({})).map(({ id, name }) => ({
      id,
      plain: plain(name),
    }));
    for (const name of names) {
      const match = known
        .filter((maker) => sameMaker(maker.plain, plain(name)))
        .toSorted((a, b) => b.plain.length - a.plain.length)[0];
      const id = match?.id ?? (await this.add(name));
      if (!match) known.push({ id, plain: plain(name) });
      ids.set(name, id);
    }
    return ids;
  }

  private async add(name: string): Promise<string> {
    const short = [...name].slice(0, LONGEST_NAME).join('');
    const draft = { name: short, website: null, supportUrl: null, supportPhone: null };
    const { id } = await this.repositories.house(ManufacturerEntity).create(draft);
    return id;
  }
}

/** "VMware" and "VMware, Inc." are one maker; the same rule as in reconciliation, or the difference would come back. */
function sameMaker(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= SHORTEST_BEGINNING && long.startsWith(short);
}

const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '') || name;
