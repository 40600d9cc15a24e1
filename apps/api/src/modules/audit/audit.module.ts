import { Module } from '@nestjs/common';
import { declareRows, registerMigrations } from '../../platform/database';
import { EventChart } from './explore/event-chart.service';
import { EventTally } from './explore/event-tally.service';
import { EventExport } from './explore/event-export.service';
import { EventVerification } from './explore/event-verification.service';
import { EventController } from './explore/event.controller';
import { EventResolver } from './explore/event.resolver';
import { EventService } from './explore/event.service';
import { SecurityChart } from './explore/security-chart.service';
import { SecurityChartController } from './explore/security-chart.controller';
import { SecurityChartResolver } from './explore/security-chart.resolver';
import { DropOldEvents, VerifyAllEvents, VerifyNewEvents } from './audit.jobs';
import { ProofExport } from './proof/proof-export.service';
import { RetentionController } from './retention/retention.controller';
import { RetentionRulesService } from './retention/retention-rules.service';
import { Retention } from './retention/retention.service';
import { EventIndexes } from './migrations/1763700080000-event-indexes';
import { EventTally as EventTallyTables } from './migrations/1764600000100-event-tally';
import { SecurityTally } from './migrations/1765100500000-security-tally';
import { Sealer } from './seal/sealer.service';
import { AuditCheck } from './verify/audit-check.service';
import { AuditVerifier } from './verify/audit-verifier.service';
import { LastVerified } from './verify/last-verified';
import { AuditWatch } from './watch/audit-watch.service';
import { SealAlarm } from './watch/seal-alarm.service';
import { SealStateController } from './watch/seal-state.controller';

registerMigrations(EventIndexes, EventTallyTables, SecurityTally);
declareRows({ table: 'event_tally' });

@Module({
  controllers: [EventController, SecurityChartController, RetentionController, SealStateController],
  providers: [
    EventService,
    EventChart,
    EventTally,
    EventExport,
    EventVerification,
    EventResolver,
    SecurityChart,
    SecurityChartResolver,
    Sealer,
    AuditVerifier,
    AuditCheck,
    LastVerified,
    ProofExport,
    RetentionRulesService,
    Retention,
    SealAlarm,
    AuditWatch,
    VerifyNewEvents,
    VerifyAllEvents,
    DropOldEvents,
  ],
  exports: [Sealer, AuditVerifier, AuditCheck, Retention, RetentionRulesService, AuditWatch, EventTally],
})
export class AuditModule {}
