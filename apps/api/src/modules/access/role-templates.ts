import { PERMISSIONS, type Permission } from '../../platform/authorize';

/** A role every installation starts with. */
export interface RoleTemplate {
  code: string;
  name: string;
  description: string;
  permissions: readonly Permission[];
}

/** `1, [3, 6]` -> permissions 1, 3, 4, 5 and 6 of the catalogue, counted from one. */
function numbered(...parts: (number | [number, number])[]): Permission[] {
  const numbers = parts.flatMap((part) =>
    typeof part === 'number' ? [part] : Array.from({ length: part[1] - part[0] + 1 }, (_, at) => part[0] + at),
  );
  return numbers.map((number) => PERMISSIONS[number - 1] as Permission);
}

/** The nine templates; the numbers are those of the catalogue of 42. */
export const ROLE_TEMPLATES: readonly RoleTemplate[] = [
  {
    code: 'owner',
    name: 'Owner',
    description: 'Everything, including who may do what.',
    permissions: numbered([1, 42]),
  },
  {
    code: 'org_admin',
    name: 'Organisation admin',
    description: 'Runs the organisation; changes no roles and moves no vault.',
    permissions: PERMISSIONS.filter((_, at) => ![5, 20, 21].includes(at + 1)),
  },
  {
    code: 'senior_tech',
    name: 'Senior technician',
    description: 'All technical work, including deleting and sharing.',
    permissions: numbered(1, 3, [6, 19], [22, 29], 32, [36, 38]),
  },
  {
    code: 'technician',
    name: 'Technician',
    description: 'Daily technical work with passwords.',
    permissions: numbered(1, 3, 6, 7, 8, 10, 11, [13, 15], 17, 18, 22, 23, [26, 29], 32, 36),
  },
  {
    code: 'helpdesk',
    name: 'Helpdesk',
    description: 'Answers calls; uses one-time codes, sees no passwords.',
    permissions: numbered(1, 3, 7, 10, 13, 18, 22, [27, 29], 32, 36),
  },
  {
    code: 'dispatcher',
    name: 'Dispatcher',
    description: 'Plans the work of others.',
    permissions: numbered(1, 3, 6, 7, 22, [27, 29], 31, 32),
  },
  {
    code: 'billing',
    name: 'Billing',
    description: 'Contracts, time and invoices.',
    permissions: numbered(1, 3, 27, [32, 35]),
  },
  {
    code: 'auditor',
    name: 'Auditor',
    description: 'Reads everything that happened; sees that a secret exists, never the secret.',
    permissions: numbered(1, 3, 7, 10, 13, 22, 27, 33, 36, 38, 41, 42),
  },
  {
    code: 'portal',
    name: 'Client portal',
    description: 'A client contact: own requests and published documents.',
    permissions: numbered(1, 22, 27, 28),
  },
];
