import { Module, type DynamicModule } from '@nestjs/common';
import { PlatformModule, type HouseOptions } from './platform/platform.module';
import { houseGraphql } from './platform/graphql/graphql.module';
import { DemoModule } from './demo';
import { MODULES } from './modules';

/** The list of modules, nothing else. */
@Module({})
export class AppModule {
  static with(options: HouseOptions): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.with(options), houseGraphql(), ...MODULES, DemoModule] };
  }
}
