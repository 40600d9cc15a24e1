import { Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiQuery, ApiTags } from '@nestjs/swagger';
import { present } from '@st0r/dto';
import type { FastifyReply } from 'fastify';
import { Authorize, AuthorizePlatform } from '../../platform/authorize';
import { RecordId } from '../../platform/http';
import { OffboardingDto, SeenSecretDto } from './offboarding.dto';
import { Offboardings } from './offboarding.service';
import { RotationList } from './rotation-list';

const WHY = 'accounts belong to the installation';
const FRESH = { recentLogin: '10m', for: 'users' } as const;
const EXPORTED = 'user.rotation_list_exported';
const FILE = { description: 'The file.', schema: { type: 'string' } } as const;

/** Off-boarding an account, and the list of the secrets its person has seen. */
@ApiTags('off-boarding')
@Controller()
export class OffboardingController {
  constructor(
    private readonly offboardings: Offboardings,
    private readonly list: RotationList,
  ) {}

  @Get('users/:id/offboarding')
  @ApiOperation({ operationId: 'previewOffboarding', summary: 'What off-boarding this account would end' })
  @ApiOkResponse({ type: OffboardingDto })
  @AuthorizePlatform(WHY)
  async look(@Param('id', RecordId) id: string): Promise<OffboardingDto> {
    return present(OffboardingDto, await this.offboardings.look(id));
  }

  @Post('users/:id/offboarding')
  @HttpCode(200)
  @ApiOperation({ operationId: 'offboard', summary: 'End everything this account can do, in one act' })
  @ApiOkResponse({ type: OffboardingDto })
  @AuthorizePlatform(WHY, { ...FRESH, event: 'user.offboarded' })
  async carryOut(@Param('id', RecordId) id: string): Promise<OffboardingDto> {
    return present(OffboardingDto, await this.offboardings.carryOut(id));
  }

  @Get('users/:id/rotation-list')
  @ApiOperation({
    operationId: 'getRotationList',
    summary: 'Secrets this person has seen in the last 90 days, where you may read their names',
  })
  @ApiOkResponse({ type: SeenSecretDto, isArray: true })
  @AuthorizePlatform(WHY)
  async named(@Param('id', RecordId) id: string): Promise<SeenSecretDto[]> {
    return (await this.list.named(id)).map((row) => present(SeenSecretDto, row));
  }

  @Post('users/:id/rotation-list/export')
  @HttpCode(200)
  @ApiOperation({ operationId: 'exportRotationList', summary: 'The same as CSV' })
  @ApiProduces('text/csv')
  @ApiOkResponse(FILE)
  @AuthorizePlatform(WHY, { event: EXPORTED })
  async namedFile(@Param('id', RecordId) id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return asFile(await this.list.file(id, await this.list.named(id)), reply);
  }

  @Get('rotation-list')
  @ApiOperation({
    operationId: 'getOwnRotationList',
    summary: 'Secrets of your organisations that a person has seen in the last 90 days',
  })
  @ApiQuery({ name: 'user', format: 'uuid' })
  @ApiOkResponse({ type: SeenSecretDto, isArray: true })
  @Authorize('vault.policy.manage')
  async scoped(@Query('user', RecordId) user: string): Promise<SeenSecretDto[]> {
    return (await this.list.ofScope(user)).map((row) => present(SeenSecretDto, row));
  }

  @Post('rotation-list/export')
  @HttpCode(200)
  @ApiOperation({ operationId: 'exportOwnRotationList', summary: 'The same as CSV' })
  @ApiQuery({ name: 'user', format: 'uuid' })
  @ApiProduces('text/csv')
  @ApiOkResponse(FILE)
  @Authorize('vault.policy.manage', { event: EXPORTED })
  async scopedFile(
    @Query('user', RecordId) user: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return asFile(await this.list.file(user, await this.list.ofScope(user)), reply);
  }
}

/** Leaves with the answer, after the event of it is written. */
function asFile(csv: string, reply: FastifyReply): string {
  void reply
    .header('content-type', 'text/csv; charset=utf-8')
    .header('content-disposition', 'attachment; filename="rotation-list.csv"');
  return csv;
}
