import { Injectable } from '@nestjs/common';
import { PLATFORM_ORGANISATION } from '@st0r/crypto';
import { present } from '@st0r/dto';
import { KeyAges, organisationOf, RingReports, RotationRows, Rotations, type Rotation } from '../../platform/keys';
import { KitBook } from './kit/kit-book';
import { DataKeyDto, DataKeyRotationDto, KeyOverviewDto, type DataKeyRotateDto } from './keys.dto';
import { purposeOf, stateOf, worded } from './keys.words';
import { RotationQueue } from './rotation/rotate.job';

const SHOWN = 200;
const RECENT = 50;

/** What administrators see of keys, and the one thing they do with a data key: replace it. */
@Injectable()
export class KeyBook {
  constructor(
    private readonly rings: RingReports,
    private readonly ages: KeyAges,
    private readonly rows: RotationRows,
    private readonly rotations: Rotations,
    private readonly queue: RotationQueue,
    private readonly kits: KitBook,
  ) {}

  async overview(): Promise<KeyOverviewDto> {
    const { place, warning, keys, nodes } = await this.rings.read();
    const [oldest] = await this.ages.oldest(1);
    return present(KeyOverviewDto, {
      place,
      warning,
      rootKeys: keys.map((key) => ({ ...key, state: stateOf(key) })),
      nodes: nodes.map((node) => ({ ...node, holds: node.rootKeys.map(({ version }) => version) })),
      dataKeys: await this.ages.count(),
      due: await this.ages.count({ due: true }),
      oldestDays: oldest?.days ?? null,
      recoveryKit: await this.kits.last(),
    });
  }

  /** At most 200, the oldest first; those of one organisation when it is named. */
  async dataKeys(organisation?: string): Promise<DataKeyDto[]> {
    const keys = await this.ages.oldest(SHOWN, organisation ? { organisation } : {});
    return keys.map((key) =>
      present(DataKeyDto, {
        ...worded(key),
        organisationId: organisationOf(key),
      }),
    );
  }

  /** What runs, and what ended last. */
  async recent(): Promise<DataKeyRotationDto[]> {
    return (await this.rows.recent(RECENT)).map(shown);
  }

  /** Begins to replace a key; the worker carries it on. */
  async rotate({ organisationId, purpose }: DataKeyRotateDto): Promise<DataKeyRotationDto> {
    const owner = { organisation: organisationId ?? PLATFORM_ORGANISATION, purpose: purposeOf(purpose) };
    const id = await this.rotations.begin(owner, 'asked');
    await this.queue.now({ id, ...owner });
    return shown((await this.rows.get(id)) as Rotation);
  }
}

const shown = (rotation: Rotation): DataKeyRotationDto =>
  present(DataKeyRotationDto, { ...worded(rotation), organisationId: organisationOf(rotation) });
