import { Module } from '@nestjs/common';
import { registerMigrations } from '../../platform/database';
import { EventChart } from './explore/event-chart.service';
import { EventExport } from './explore/event-export.service';
import { EventVerification } from './explore/event-verification.service';
import { EventController } from './explore/event.controller';
import { EventResolver } from './explore/event.resolver';
import { EventService } from './explore/event.service';
import { EventIndexes } from './migrations/1763700080000-event-indexes';
import { Sealer } from './seal/sealer.service';
import { AuditCheck } from './verify/audit-check.service';
import { AuditVerifier } from './verify/audit-verifier.service';

registerMigrations(EventIndexes);

@Module({
  controllers: [EventController],
  providers: [
    EventService,
    EventChart,
    EventExport,
    EventVerification,
    EventResolver,
    Sealer,
    AuditVerifier,
    AuditCheck,
  ],
  exports: [Sealer, AuditVerifier, AuditCheck],
})
export class AuditModule {}
