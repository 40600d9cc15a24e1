import { Module, type DynamicModule } from '@nestjs/common';
import { PlatformModule, type HouseOptions } from './platform/platform.module';
import { houseGraphql } from './platform/graphql/graphql.module';
import { DemoModule } from './demo';
import { MODULES } from './modules';

/** The list of modules, nothing else. */
@Module({})
export class AppModule {
  static with(options: HouseOptions): DynamicModule {
    const house = [PlatformModule.with(options), houseGraphql()];
    return { module: AppModule, imports: [...house, ...MODULES, DemoModule, ...(options.guests ?? [])] };
  }
}
