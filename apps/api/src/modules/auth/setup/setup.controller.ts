import { Body, Controller, Get, HttpCode, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../../../platform/authorize';
import { NeverStored } from '../../../platform/http';
import { SetupDto, SetupStateDto } from './setup.dto';
import { Setup } from './setup.service';

/** The first-run wizard. */
@ApiTags('setup')
@Controller('setup')
export class SetupController {
  constructor(private readonly setup: Setup) {}

  @Get('state')
  @ApiOperation({ operationId: 'getSetupState', summary: 'Whether the first-run wizard is open' })
  @ApiOkResponse({ type: SetupStateDto })
  @Public('asked before anybody exists')
  async state(): Promise<SetupStateDto> {
    return { open: await this.setup.open() };
  }

  @Post()
  @HttpCode(204)
  @NeverStored()
  @ApiOperation({ operationId: 'runSetup', summary: 'Create the first administrator' })
  @Public('the one-time token of the start is the proof', { event: 'user.created' })
  async run(@Body() input: SetupDto, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.setup.run(input, reply);
  }
}
