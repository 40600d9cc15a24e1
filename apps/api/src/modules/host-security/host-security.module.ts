import { Module } from '@nestjs/common';
import { registerMigrations } from '../../platform/database';
import { partsOf } from '../../platform/resource';
import { InspectionBook } from './inspections/inspection-book';
import { ForgetInspections, TakeInspection } from './inspections/inspection.jobs';
import { inspectionResource } from './inspections/inspection.resource';
import { MachineInspector } from './inspections/machine-inspector';
import { SnykInspector } from './inspections/snyk-inspector';
import { WeaknessWriter } from './inspections/weakness-writer';
import { HostSecurityTables } from './migrations/1765702000000-host-security';
import { HostSecurityController } from './overview/host-security.controller';
import { HostSecurityResolver } from './overview/host-security.resolver';
import { HostSecurity } from './overview/host-security.service';
import { ReportIntake } from './overview/report-intake';
import { MachinePrograms } from './programs/machine-programs';
import { SnykProgram } from './programs/snyk-program';
import { WeaknessController } from './weaknesses/weakness.controller';
import { weaknessResource } from './weaknesses/weakness.resource';
import { WeaknessService } from './weaknesses/weakness.service';

registerMigrations(HostSecurityTables);
const parts = partsOf(inspectionResource, { resource: weaknessResource, service: WeaknessService });
const INSPECTING = [
  MachinePrograms,
  MachineInspector,
  SnykProgram,
  SnykInspector,
  WeaknessWriter,
  InspectionBook,
  TakeInspection,
  ForgetInspections,
];

@Module({
  controllers: [HostSecurityController, WeaknessController, ...parts.controllers],
  providers: [...INSPECTING, HostSecurity, HostSecurityResolver, ReportIntake, ...parts.providers],
})
export class HostSecurityModule {}
