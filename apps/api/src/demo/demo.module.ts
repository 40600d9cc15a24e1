import { Module } from '@nestjs/common';
import { AccessModule } from '../modules/access';
import { OrgsModule } from '../modules/orgs';
import { DemoController } from './demo.controller';
import { DemoData } from './demo-data';
import { SampleHouse } from './sample-house';
import { SamplePeople } from './sample-people';
import { SampleOrganisations } from './sample-organisations';
import { SampleProgress } from './sample-progress';
import { SampleSessions } from './sample-sessions';

@Module({
  imports: [AccessModule, OrgsModule],
  controllers: [DemoController],
  providers: [DemoData, SampleHouse, SampleOrganisations, SamplePeople, SampleProgress, SampleSessions],
  exports: [DemoData],
})
export class DemoModule {}
