import { BAKERY } from './bakery.client';
import { DENTAL } from './dental.client';
import { LOGISTICS } from './logistics.client';
import type { SampleClient } from './sample-client';

/** The three sample clients; the bakery is the one with scans. */
export const SAMPLE_CLIENTS: readonly SampleClient[] = [BAKERY, DENTAL, LOGISTICS];

/** Roles that get a person of their own, and what the person is called. */
export const SAMPLE_PEOPLE = [
  { role: 'owner', name: 'Olivia Owner' },
  { role: 'org_admin', name: 'Omar Orgadmin' },
  { role: 'senior_tech', name: 'Sina Senior' },
  { role: 'technician', name: 'Tom Technician' },
  { role: 'helpdesk', name: 'Hanna Helpdesk' },
  { role: 'dispatcher', name: 'Dino Dispatcher' },
  { role: 'billing', name: 'Bea Billing' },
  { role: 'auditor', name: 'Aron Auditor' },
  { role: 'portal', name: 'Paul Portal' },
] as const;
