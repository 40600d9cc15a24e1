import type { Api } from '@st0r/api-client';
import { messages } from '@st0r/ui';

/** Sentences of the definitions of custom fields. */
export const say = messages({
  acts: 'Actions',
  add: 'New field',
  appliesTo: 'Applies to',
  archive: 'Archive',
  atLeast: 'At least',
  atMost: 'At most',
  chooseClient: 'Client',
  edit: 'Edit',
  empty: 'No custom fields yet',
  emptyText: 'Add what this client needs to know about its assets: a lease number, a wall socket, a licence.',
  every: 'Assets of every type',
  help: 'Help under the field',
  label: 'Label',
  limitsHelp: 'Length for text, value for numbers, a day for dates.',
  list: 'Custom fields',
  options: 'Options',
  optionsHelp: 'One on each line.',
  pattern: 'Pattern',
  patternHelp: 'A regular expression the whole value must match.',
  position: 'Position',
  preview: 'How it will look',
  previewLabel: 'Label of the field',
  relatesTo: 'Points at',
  required: 'Required',
  requiredText: 'Please fill this in.',
  save: 'Save',
  slug: 'Key',
  slugFixed: 'Key and kind stay, because stored values depend on them.',
  slugHelp: 'Used in filters as cf.key; never changes.',
  title: 'Custom fields',
  type: 'Kind',
});

const kinds: Readonly<Record<Api<'CustomFieldType'>, string>> = {
  text: 'Text',
  textarea: 'Several lines',
  number: 'Whole number',
  decimal: 'Decimal number',
  date: 'Day',
  datetime: 'Day and time',
  checkbox: 'Yes or no',
  dropdown: 'Choice',
  url: 'Web address',
  email: 'E-mail',
  phone: 'Phone',
  ip_address: 'IP address',
  mac_address: 'MAC address',
  relation: 'Another record',
};

/** Kinds of custom fields with their words. */
export const kindChoices = Object.entries(kinds).map(([value, label]) => ({ value, label }));
/** The words of a kind. */
export const kindLabel = (type: Api<'CustomFieldType'>): string => kinds[type] ?? type;
