import { Injectable } from '@nestjs/common';
import { ResourceHouse, ResourceService } from '../../../platform/resource';
import { ExternalIdentityEntity } from './external-identity.entity';
import { IdentityLinks } from './identity-links';
import { identityResource } from './identity.resource';

/** Everybody's identities, for administrators: read as a list, linked and unlinked one by one. */
@Injectable()
export class IdentityAdmin extends ResourceService<ExternalIdentityEntity> {
  constructor(
    house: ResourceHouse,
    private readonly links: IdentityLinks,
  ) {
    super(identityResource, house);
  }

  async link(id: string, userId: string): Promise<object> {
    return this.show(await this.links.link(id, userId));
  }

  async unlink(id: string): Promise<object> {
    await this.links.unlink(await this.repository.get(id));
    return this.get(id);
  }
}
