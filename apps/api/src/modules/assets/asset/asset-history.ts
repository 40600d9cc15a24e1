import { Injectable } from '@nestjs/common';
import { present } from '@st0r/dto';
import { Conflict } from '../../../platform/errors';
import { ResourceHouse } from '../../../platform/resource';
import { canMove, nextStatuses, whyNot, type AssetStatus } from '../asset-lifecycle';
import { AssetStatusChangeEntity } from './asset-status-change.entity';
import { AssetStatusChangeDto } from './asset.dto';

/** One step about to be written. */
export interface Step {
  asset: { id: string; organisationId: string };
  from: AssetStatus | null;
  to: AssetStatus;
  reason?: string | null;
}

/** Where assets have been in their lives, and where they may go. */
@Injectable()
export class AssetHistory {
  constructor(private readonly house: ResourceHouse) {}

  /** Newest first. */
  async of(assetId: string): Promise<AssetStatusChangeDto[]> {
    const rows = await this.house.repositories
      .of(AssetStatusChangeEntity)
      .find({ assetId }, { order: { createdAt: 'DESC', id: 'DESC' }, take: 500 });
    return rows.map((row) => present(AssetStatusChangeDto, row));
  }

  async write(steps: readonly Step[]): Promise<void> {
    const { id, name } = this.house.context.actor;
    await this.house.repositories.of(AssetStatusChangeEntity).createMany(
      steps.map(({ asset, from, to, reason }) => ({
        assetId: asset.id,
        organisationId: asset.organisationId,
        from,
        to,
        reason: reason ?? null,
        byId: id,
        byName: name,
      })),
      // Nothing here is unique: it can wait for the commit.
      (error) => error,
    );
  }
}

/** Throws when the lifecycle does not allow the step; says what it does allow. */
export function requireMove(from: AssetStatus, to: AssetStatus): void {
  if (canMove(from, to)) return;
  const detail = whyNot(from, to) ?? undefined;
  const params = { from, to, allowed: nextStatuses(from) };
  throw new Conflict('asset.move_refused', {
    detail,
    params,
    errors: [{ pointer: '/status', code: 'move_refused', params, detail: detail ?? '' }],
  });
}
