export { AuditModule } from './audit.module';
export { AuditCheck } from './verify/audit-check.service';
export { AuditVerifier, type VerifyOptions } from './verify/audit-verifier.service';
export type { VerifyReport } from './verify/verify-report';
export { Sealer } from './seal/sealer.service';
export { EventTally } from './explore/event-tally.service';
export { checkProofs } from './proof/proof-check';
export { Retention } from './retention/retention.service';
export { AuditWatch } from './watch/audit-watch.service';
