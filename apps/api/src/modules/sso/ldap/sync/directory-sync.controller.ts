import { Body, Controller, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AuthorizePlatform } from '../../../../platform/authorize';
import { RecordId } from '../../../../platform/http';
import { FRESH, WHY } from '../../connections/sign-in-connection.resource';
import { DirectorySyncAskedDto, DirectorySyncDto, DirectorySyncRequestDto } from './directory-sync.dto';
import { SyncRequests } from './sync-requests';

/** Comparing a directory with the accounts here. */
@ApiTags('sign-in-connections')
@Controller('sign-in-connections')
export class DirectorySyncController {
  constructor(private readonly requests: SyncRequests) {}

  @Post(':id/directory-syncs')
  @HttpCode(202)
  @ApiOperation({ operationId: 'syncDirectory', summary: 'Look at the directory now, or only say what would change' })
  @ApiAcceptedResponse({ type: DirectorySyncAskedDto })
  @AuthorizePlatform(WHY, { ...FRESH, event: 'sso.sync.asked' })
  ask(@Param('id', RecordId) id: string, @Body() input: DirectorySyncRequestDto): Promise<DirectorySyncAskedDto> {
    return this.requests.ask(id, input);
  }

  @Get(':id/directory-syncs')
  @Header('cache-control', 'no-store')
  @ApiOperation({ operationId: 'listDirectorySyncs', summary: 'The last looks at the directory, newest first' })
  @ApiOkResponse({ type: DirectorySyncDto, isArray: true })
  @AuthorizePlatform(WHY)
  list(@Param('id', RecordId) id: string): Promise<DirectorySyncDto[]> {
    return this.requests.list(id);
  }

  @Get(':id/directory-syncs/:sync')
  @Header('cache-control', 'no-store')
  @ApiOperation({ operationId: 'getDirectorySync', summary: 'One look at the directory with everything it changed' })
  @ApiOkResponse({ type: DirectorySyncDto })
  @AuthorizePlatform(WHY)
  get(@Param('id', RecordId) id: string, @Param('sync', RecordId) sync: string): Promise<DirectorySyncDto> {
    return this.requests.get(id, sync);
  }
}
