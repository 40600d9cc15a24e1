import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { declareOnLeaving, registerMigrations } from '../../platform/database';
import { partsOf } from '../../platform/resource';
import { MarkController } from './marks/mark.controller';
import { MarkResolver } from './marks/mark.resolver';
import { MarkService } from './marks/mark.service';
import { PersonalTables } from './migrations/1764500001000-personal';
import { ViewParameterInterceptor } from './views/view-parameter.interceptor';
import { ViewRights } from './views/view.rights';
import { viewResource } from './views/view.resource';
import { ViewService } from './views/view.service';

registerMigrations(PersonalTables);
// What somebody opened says where they worked; it goes with them. Views of a team stay, they are the team’s.
declareOnLeaving('DELETE FROM record_mark WHERE user_id = ?');
const views = partsOf({ resource: viewResource, service: ViewService });

@Module({
  controllers: [MarkController, ...views.controllers],
  providers: [
    MarkService,
    MarkResolver,
    ViewRights,
    ...views.providers,
    { provide: APP_INTERCEPTOR, useClass: ViewParameterInterceptor },
  ],
})
export class PersonalModule {}
