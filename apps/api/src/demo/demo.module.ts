import { Global, Injectable, Module } from '@nestjs/common';
import { SAMPLE_DATA, type SampleData } from '../modules/auth';
import type { UserEntity } from '../modules/access';

/** Sample clients to look around in. */
@Injectable()
export class DemoData implements SampleData {
  async load(_owner: UserEntity): Promise<void> {}

  async loadWithPeople(): Promise<string> {
    return '';
  }
}

@Global()
@Module({ providers: [DemoData, { provide: SAMPLE_DATA, useExisting: DemoData }], exports: [SAMPLE_DATA, DemoData] })
export class DemoModule {}
