export { OrgsModule } from './orgs.module';
export { OrganisationService } from './organisation.service';
export { OrganisationAdminService } from './organisation-admin.service';
export { OrganisationEntity, ORGANISATION_TYPES } from './organisation.entity';
export { OrganisationSummaryDto } from './organisation-summary.dto';
export { colourOf, slugOf } from './slug';
