import { Module } from '@nestjs/common';
import { declareRows, registerMigrations } from '../../platform/database';
import { partsOf } from '../../platform/resource';
import { Organisation } from './migrations/1763700001000-organisation';
import { LogoTables } from './migrations/1765600000000-logo';
import { OrganisationAdminController } from './organisation-admin.controller';
import { OrganisationAdminService } from './organisation-admin.service';
import { OrganisationLogoController } from './organisation-logo.controller';
import { OrganisationLogos } from './organisation-logo.service';
import { organisationResource } from './organisation.resource';
import { OrganisationService } from './organisation.service';

registerMigrations(Organisation, LogoTables);
declareRows({ table: 'organisation_logo' });
const parts = partsOf({ resource: organisationResource, service: OrganisationService });

@Module({
  controllers: [OrganisationAdminController, OrganisationLogoController, ...parts.controllers],
  providers: [OrganisationAdminService, OrganisationLogos, ...parts.providers],
  exports: [OrganisationService, OrganisationAdminService],
})
export class OrgsModule {}
