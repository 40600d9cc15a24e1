import { Global, Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { ClsPluginTransactional } from '@nestjs-cls/transactional';
import { TransactionalAdapterTypeOrm } from '@nestjs-cls/transactional-adapter-typeorm';
import { ClsModule } from 'nestjs-cls';
import { DataSource, type Logger } from 'typeorm';
import type { DatabaseAccount } from '../config';
import { dataSourceOptions, openDataSource } from './data-source';

/** One connection pool per process, opened before anything listens and closed last. */
@Global()
@Module({})
export class DataSourceModule implements OnApplicationShutdown {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  static open(account: DatabaseAccount, extras: { poolSize?: number; logger?: Logger }): DynamicModule {
    return {
      module: DataSourceModule,
      providers: [{ provide: DataSource, useFactory: () => openDataSource(dataSourceOptions(account, extras)) }],
      exports: [DataSource],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }
}

/** The request context's storage, with the running transaction in it. */
export const ambientTransactions = (): DynamicModule =>
  ClsModule.forRoot({
    global: true,
    plugins: [
      new ClsPluginTransactional({ adapter: new TransactionalAdapterTypeOrm({ dataSourceToken: DataSource }) }),
    ],
  });
