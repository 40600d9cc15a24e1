import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { registerMigrations } from '../../platform/database';
import { partsOf } from '../../platform/resource';
import { MarkController } from './marks/mark.controller';
import { MarkService } from './marks/mark.service';
import { PersonalTables } from './migrations/1764500001000-personal';
import { ViewParameterInterceptor } from './views/view-parameter.interceptor';
import { ViewRights } from './views/view.rights';
import { viewResource } from './views/view.resource';
import { ViewService } from './views/view.service';

registerMigrations(PersonalTables);
const views = partsOf({ resource: viewResource, service: ViewService });

@Module({
  controllers: [MarkController, ...views.controllers],
  providers: [
    MarkService,
    ViewRights,
    ...views.providers,
    { provide: APP_INTERCEPTOR, useClass: ViewParameterInterceptor },
  ],
})
export class PersonalModule {}
