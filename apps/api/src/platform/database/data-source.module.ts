import { Global, Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource, type Logger } from 'typeorm';
import type { DatabaseAccount } from '../config';
import { dataSourceOptions, openDataSource } from './data-source';
import { readCommitted } from './pool';

/** One connection pool per process, opened before anything listens and closed last. */
@Global()
@Module({})
export class DataSourceModule implements OnApplicationShutdown {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  static open(account: DatabaseAccount, extras: { poolSize?: number; logger?: Logger }): DynamicModule {
    return {
      module: DataSourceModule,
      providers: [{ provide: DataSource, useFactory: () => opened(account, extras) }],
      exports: [DataSource],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }
}

async function opened(account: DatabaseAccount, extras: { poolSize?: number; logger?: Logger }): Promise<DataSource> {
  const source = await openDataSource(dataSourceOptions(account, extras));
  await readCommitted(source);
  return source;
}
