import { Global, Module, type DynamicModule, type Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import type { Logger } from 'typeorm';
import './events/migrations';
import './keys/migrations';
import {
  AuthorizeGuard,
  LimitHits,
  LimitRules,
  Limits,
  PersonBudget,
  Policy,
  RateLimit,
  RouteCosts,
} from './authorize';
import { BootCheck } from './authorize/boot-check';
import { HouseBudgets } from './authorize/house-budgets';
import { LiveNodes } from './authorize/live-nodes';
import { LimiterTrail } from './authorize/limiter-trail';
import { RedisBudgets } from './authorize/redis-budgets';
import { SETTINGS_TOKEN, databaseAccount, type Settings } from './config';
import { RequestContext } from './context';
import { CodeColumns, Connections, Repositories, Sql, Statements, UnitOfWork } from './database';
import { SchemaUse } from './database/schema-use';
import { DataSourceModule } from './database/data-source.module';
import { SealGuard } from './authorize/seal.guard';
import { EventRecorder, EventSpool, SealWatch } from './events';
import { EventLog } from './events/event-log';
import { ListExport } from './export';
import { CertificateWatch } from './health/certificate-watch';
import { HealthController } from './health/health.controller';
import { LastBackup } from './health/last-backup';
import { QueueFacts } from './health/queue-facts';
import { Readiness } from './health/readiness';
import { SchemaState } from './health/schema-state';
import { AuthLog, DtoPipe, EventStreams, Log } from './http';
import { EtagInterceptor } from './http/etag.interceptor';
import { IdempotencyInterceptor } from './http/idempotency.interceptor';
import { PageLinksInterceptor } from './http/page-links.interceptor';
import { ProblemFilter } from './http/problem.filter';
import { ReferenceController } from './http/reference.controller';
import { UnitOfWorkInterceptor } from './http/unit-of-work.interceptor';
import { JobsHouse } from './jobs/jobs.module';
import { PlatformKeys } from './keys';
import { KEY_TOOLS } from './keys/key-tools';
import { Lists } from './list';
import { Metrics, MetricsServer } from './metrics';
import { HouseGauges } from './metrics/house-gauges';
import { ProcessGauges } from './metrics/process-gauges';
import { Outgoing } from './outgoing';
import { BulkArchive, Refs, ResourceHouse } from './resource';

/** What a process is started with. */
export interface HouseOptions {
  settings: Settings;
  role?: 'application' | 'retention';
  /** Test-time listener over every statement. */
  logger?: Logger;
  /** Modules beside those of the product; tests bring broken ones to see the house refuse them. */
  guests?: readonly Type[];
}

const TOOLS = [
  RequestContext,
  Log,
  AuthLog,
  EventRecorder,
  EventLog,
  SealWatch,
  EventSpool,
  Connections,
  Statements,
  CodeColumns,
  UnitOfWork,
  Repositories,
  Sql,
  Outgoing,
  Lists,
  Policy,
  HouseBudgets,
  LimiterTrail,
  RedisBudgets,
  LiveNodes,
  RateLimit,
  LimitRules,
  LimitHits,
  Limits,
  RouteCosts,
  PersonBudget,
  Refs,
  ResourceHouse,
  ListExport,
  BulkArchive,
  ...KEY_TOOLS,
  EventStreams,
  Metrics,
  MetricsServer,
  CertificateWatch,
  LastBackup,
  QueueFacts,
  SchemaState,
  SchemaUse,
  Readiness,
];

/** The ten tools of the house; global, so that modules name only their neighbours. */
@Global()
@Module({})
export class PlatformModule {
  static with({ settings, role = 'application', logger }: HouseOptions): DynamicModule {
    const settingsProvider = { provide: SETTINGS_TOKEN, useValue: settings };
    const keysProvider = { provide: PlatformKeys, useFactory: () => PlatformKeys.open(settings) };
    return {
      module: PlatformModule,
      imports: [
        DiscoveryModule,
        DataSourceModule.open(databaseAccount(settings, role), { poolSize: settings.DATABASE_POOL, logger }),
        JobsHouse,
      ],
      controllers: [HealthController, ReferenceController],
      providers: [
        settingsProvider,
        keysProvider,
        ...TOOLS,
        BootCheck,
        HouseGauges,
        ProcessGauges,
        { provide: APP_GUARD, useClass: AuthorizeGuard },
        { provide: APP_GUARD, useClass: SealGuard },
        { provide: APP_PIPE, useClass: DtoPipe },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_INTERCEPTOR, useClass: EtagInterceptor },
        { provide: APP_INTERCEPTOR, useClass: PageLinksInterceptor },
        { provide: APP_INTERCEPTOR, useClass: UnitOfWorkInterceptor },
        { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
      ],
      exports: [settingsProvider, keysProvider, ...TOOLS],
    };
  }
}
