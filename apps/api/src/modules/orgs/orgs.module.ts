import { Module } from '@nestjs/common';
import { registerMigrations } from '../../platform/database';
import { partsOf } from '../../platform/resource';
import { Organisation } from './migrations/1763700001000-organisation';
import { OrganisationAdminController } from './organisation-admin.controller';
import { OrganisationAdminService } from './organisation-admin.service';
import { organisationResource } from './organisation.resource';
import { OrganisationService } from './organisation.service';

registerMigrations(Organisation);
const parts = partsOf({ resource: organisationResource, service: OrganisationService });

@Module({
  controllers: [OrganisationAdminController, ...parts.controllers],
  providers: [OrganisationAdminService, ...parts.providers],
  exports: [OrganisationService, OrganisationAdminService],
})
export class OrgsModule {}
