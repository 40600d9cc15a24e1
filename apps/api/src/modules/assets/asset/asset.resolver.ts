import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { Authorize } from '../../../platform/authorize';
import { RecordId } from '../../../platform/http';
import { AssetMoveDto } from './asset-input.dto';
import { AssetDto } from './asset.dto';
import { AssetService } from './asset.service';

/** The life of an asset, for integrators. */
@Resolver(() => AssetDto)
export class AssetLifeResolver {
  constructor(private readonly assets: AssetService) {}

  @Mutation(() => AssetDto)
  @Authorize('asset.write', { event: 'asset.moved' })
  moveAsset(@Args('id', { type: () => ID }, RecordId) id: string, @Args('input') input: AssetMoveDto): Promise<object> {
    return this.assets.move(id, input);
  }
}
