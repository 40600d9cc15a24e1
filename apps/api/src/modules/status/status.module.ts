import { Module } from '@nestjs/common';
import { BackupModule } from '../backup';
import { JobsModule } from '../jobs';
import { KeysModule } from '../keys';
import { MailModule } from '../mail';
import { BackupTimesReader } from './backup-times';
import { DatabaseChecks } from './checks/database.checks';
import { KeyChecks } from './checks/key.checks';
import { RecordChecks } from './checks/record.checks';
import { RoomChecks } from './checks/room.checks';
import { TargetChecks } from './checks/target.checks';
import { WorkChecks } from './checks/work.checks';
import { CheckList, Findings } from './findings.service';
import { SupportBundle } from './support/support-bundle.service';
import { SupportFacts } from './support/support-facts';
import { StatusController } from './status.controller';
import { StatusFacts, StatusService } from './status.service';

const CHECKS = [DatabaseChecks, KeyChecks, WorkChecks, RoomChecks, TargetChecks, RecordChecks];

@Module({
  imports: [BackupModule, JobsModule, KeysModule, MailModule],
  controllers: [StatusController],
  providers: [
    ...CHECKS,
    CheckList,
    Findings,
    StatusFacts,
    StatusService,
    SupportFacts,
    SupportBundle,
    BackupTimesReader,
  ],
  exports: [Findings, StatusService, SupportBundle],
})
export class StatusModule {}
