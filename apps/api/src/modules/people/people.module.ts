import { Module } from '@nestjs/common';
import { registerMigrations } from '../../platform/database';
import { partsOf } from '../../platform/resource';
import { ContactPhones } from './contacts/contact-phones';
import { ContactController } from './contacts/contact.controller';
import { contactResource } from './contacts/contact.resource';
import { ContactService } from './contacts/contact.service';
import { People } from './migrations/1763700040000-people';
import { siteResource } from './sites/site.resource';
import { SiteService } from './sites/site.service';

registerMigrations(People);
const parts = partsOf(
  { resource: siteResource, service: SiteService },
  { resource: contactResource, service: ContactService },
);

@Module({
  controllers: [ContactController, ...parts.controllers],
  providers: [ContactPhones, ...parts.providers],
  exports: [ContactService, SiteService],
})
export class PeopleModule {}
