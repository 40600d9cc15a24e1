import { Module } from '@nestjs/common';
import { registerMigrations } from '../../platform/database';
import { EventIndexes } from './migrations/1763700080000-event-indexes';
import { Sealer } from './seal/sealer.service';
import { AuditCheck } from './verify/audit-check.service';
import { AuditVerifier } from './verify/audit-verifier.service';

registerMigrations(EventIndexes);

@Module({ providers: [Sealer, AuditVerifier, AuditCheck], exports: [Sealer, AuditVerifier, AuditCheck] })
export class AuditModule {}
