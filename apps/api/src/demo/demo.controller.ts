import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { AuthorizePlatform } from '../platform/authorize';
import { RequestContext } from '../platform/context';
import { OwnUnitOfWork } from '../platform/http';
import { DemoData } from './demo-data';

/** The sample data the first-run wizard offers. */
@ApiTags('setup')
@Controller('sample-data')
export class DemoController {
  constructor(
    private readonly data: DemoData,
    private readonly context: RequestContext,
  ) {}

  @Post()
  @HttpCode(204)
  @OwnUnitOfWork()
  @ApiOperation({ operationId: 'loadSampleData', summary: 'Load three sample clients, owned by you' })
  @AuthorizePlatform('makes organisations', { event: 'organisation.created' })
  async load(): Promise<void> {
    const { id, name } = this.context.actor;
    await this.data.load({ id, name });
  }
}
