import { messages } from '@st0r/ui';

/** Sentences of people and sites. */
export const say = messages({
  addContact: 'New person',
  addPhone: 'Add a number',
  addSite: 'New site',
  addSlot: 'Add hours for {day}',
  address: 'Address',
  archive: 'Archive',
  archived: 'Archived',
  billing: 'Billing',
  billingHelp: 'Receives invoices',
  call: 'Call',
  choosePerson: 'None',
  city: 'City',
  closed: 'Closed',
  contact: 'Person',
  contacts: 'People',
  coordinates: 'Position',
  country: 'Country',
  countryHelp: 'Two letters, for example DE.',
  department: 'Department',
  edit: 'Edit',
  elsewhere: 'Also at',
  email: 'E-mail',
  extension: 'Extension',
  facts: 'Facts',
  firstName: 'First name',
  from: 'From',
  lastName: 'Last name',
  latitude: 'Latitude',
  longitude: 'Longitude',
  mail: 'Write',
  name: 'Name',
  nameHelp: 'Made from first and last name when left empty.',
  noContacts: 'No people yet',
  noContactsText: 'People who call are found by name, mail or phone number.',
  noSites: 'No sites yet',
  noSitesText: 'A site is a place where this client works: an office, a warehouse, a datacenter.',
  notes: 'Notes',
  number: 'Number',
  openingHours: 'Opening hours',
  openingHoursHelp: 'A day without hours is closed.',
  otherEmails: 'Other mail addresses',
  otherEmailsHelp: 'Separated by commas.',
  peopleHere: 'People here',
  peopleHereNone: 'Nobody is filed under this site.',
  phone: 'Phone',
  phoneKind: 'Kind',
  phones: 'Phone numbers',
  postalCode: 'Postal code',
  primary: 'Ask first',
  primaryHelp: 'The one to ask first',
  remove: 'Remove',
  removeNumber: 'Remove number {n}',
  removeSlot: 'Remove these hours',
  required: 'Please fill this in.',
  requiredName: 'Give a name, or a first or last name.',
  restore: 'Restore',
  save: 'Save',
  saved: 'Saved',
  site: 'Site',
  sites: 'Sites',
  state: 'State or region',
  status: 'Status',
  street: 'Street',
  street2: 'Address, second line',
  tags: 'Tags',
  tagsHelp: 'Separated by commas.',
  technical: 'Technical',
  technicalHelp: 'Decides technical questions',
  timeZone: 'Time zone',
  timeZoneHelp: 'For example Europe/Berlin.',
  title: 'Job title',
  to: 'To',
  type: 'Kind',
  updated: 'Changed',
});

const asChoices = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));
const siteTypes = {
  office: 'Office',
  warehouse: 'Warehouse',
  datacenter: 'Datacenter',
  retail: 'Shop',
  branch: 'Branch',
  manufacturing: 'Factory',
  coworking: 'Coworking',
  remote: 'Remote',
  other: 'Other',
};
const siteStatuses = { active: 'Active', inactive: 'Inactive', planned: 'Planned', closed: 'Closed' };
const phoneKinds = { work: 'Work', mobile: 'Mobile', home: 'Home', fax: 'Fax', other: 'Other' };

/** Kinds of a site, its states, and kinds of a phone number, with their words. */
export const siteTypeChoices = asChoices(siteTypes);
export const siteStatusChoices = asChoices(siteStatuses);
export const phoneKindChoices = asChoices(phoneKinds);

/** Any of these values in words; one the server learned later shows as it is. */
export function wordOf(value: string): string {
  const words: Record<string, string> = { ...siteTypes, ...siteStatuses, ...phoneKinds };
  return words[value] ?? value;
}

/** The days of a week as the API names them, with their words. */
export const weekdays = [
  ['monday', 'Monday'],
  ['tuesday', 'Tuesday'],
  ['wednesday', 'Wednesday'],
  ['thursday', 'Thursday'],
  ['friday', 'Friday'],
  ['saturday', 'Saturday'],
  ['sunday', 'Sunday'],
] as const;
