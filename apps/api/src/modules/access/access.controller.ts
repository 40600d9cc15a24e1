import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { Authorize, NEVER_GRANTABLE, PERMISSIONS, SignedIn } from '../../platform/authorize';
import { RecordId } from '../../platform/http';
import { AccessExplanationDto } from './access-explanation.dto';
import { AccessExplanation } from './access-explanation.service';
import { PERMISSION_TEXTS } from './permission-texts';
import { PermissionTextDto } from './role.dto';

/** The catalogue in plain words, and why somebody may do something. */
@ApiTags('access')
@Controller()
export class AccessController {
  constructor(private readonly explanation: AccessExplanation) {}

  @Get('permissions')
  @ApiOperation({ operationId: 'listPermissions', summary: 'The 42 permissions in plain words' })
  @ApiOkResponse({ type: PermissionTextDto, isArray: true })
  @SignedIn('a list of sentences', { keys: true })
  permissions(): PermissionTextDto[] {
    return PERMISSIONS.map((code) => ({ code, ...PERMISSION_TEXTS[code], grantable: !NEVER_GRANTABLE.has(code) }));
  }

  @Get('users/:id/access')
  @ApiOperation({ operationId: 'explainAccess', summary: 'Who can do what here, and why' })
  @ApiOkResponse({ type: AccessExplanationDto, isArray: true })
  @ApiQuery({ name: 'org', required: false, type: String, description: 'Only in this organisation (id or slug).' })
  @Authorize('member.read')
  explain(@Param('id', RecordId) id: string): Promise<AccessExplanationDto[]> {
    return this.explanation.explain(id);
  }
}
