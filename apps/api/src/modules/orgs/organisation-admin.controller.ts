import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { present } from '@st0r/dto';
import { AuthorizePlatform } from '../../platform/authorize';
import { OrganisationAdminService } from './organisation-admin.service';
import { OrganisationCreateDto, OrganisationDto } from './organisation.dto';
import { OrganisationSummaryDto } from './organisation-summary.dto';

/** What platform administrators do with organisations; none of it shows organisation data. */
@ApiTags('organisations')
@Controller('organisations')
export class OrganisationAdminController {
  constructor(private readonly admin: OrganisationAdminService) {}

  @Post()
  @ApiOperation({ operationId: 'createOrganisation', summary: 'Open an organisation' })
  @ApiCreatedResponse({ type: OrganisationDto })
  @AuthorizePlatform('organisations are opened by platform administrators', { event: 'organisation.created' })
  async create(@Body() input: OrganisationCreateDto): Promise<OrganisationDto> {
    return present(OrganisationDto, { ...(await this.admin.open(input)), can: {} });
  }

  @Get('directory')
  @ApiOperation({ operationId: 'listOrganisationDirectory', summary: 'Names of all organisations, without their data' })
  @ApiOkResponse({ type: OrganisationSummaryDto, isArray: true })
  @AuthorizePlatform('lists names only')
  directory(): Promise<OrganisationSummaryDto[]> {
    return this.admin.directory();
  }
}
