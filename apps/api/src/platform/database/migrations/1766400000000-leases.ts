import { leaseTable } from '../lease-table';
import { migration } from '../migration';

/** Who does what only one may do at a time. Not a lock of the server: of several servers each has its own. */
export const Leases = migration('Leases1766400000000', [leaseTable('lease')]);
