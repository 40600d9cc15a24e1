export { PeopleModule } from './people.module';
export { ContactEntity } from './contacts/contact.entity';
export { ContactPhoneEntity } from './contacts/contact-phone.entity';
export { ContactService } from './contacts/contact.service';
export { SiteEntity } from './sites/site.entity';
export { SiteService } from './sites/site.service';
