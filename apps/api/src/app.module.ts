import { Module, type DynamicModule } from '@nestjs/common';
import { PlatformModule, type HouseOptions } from './platform/platform.module';
import { DemoModule } from './demo';
import { MODULES } from './modules';

/** The list of modules, nothing else; `doors` are those of a process that is asked from outside. */
@Module({})
export class AppModule {
  static with(options: HouseOptions, doors: readonly DynamicModule[] = []): DynamicModule {
    const house = [PlatformModule.with(options), ...doors];
    return { module: AppModule, imports: [...house, ...MODULES, DemoModule, ...(options.guests ?? [])] };
  }
}
