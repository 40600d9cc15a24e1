export { PeopleModule } from './people.module';
export { ContactEntity } from './contacts/contact.entity';
export { ContactPhoneEntity } from './contacts/contact-phone.entity';
export { SiteEntity } from './sites/site.entity';
