import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import { Authorize } from '../../../platform/authorize';
import { RecordId } from '../../../platform/http';
import { RelationCreateDto, RelationDto } from './relation.dto';
import { RelationService } from './relation.service';

/** Relations between records. */
@ApiTags('relations')
@Controller('relations')
export class RelationController {
  constructor(private readonly relations: RelationService) {}

  @Get()
  @ApiOperation({ operationId: 'listRelations', summary: 'Relations of one record, seen from it' })
  @ApiQuery({ name: 'record', required: true, description: 'type:id, e.g. asset:0192…' })
  @ApiOkResponse({ type: RelationDto, isArray: true })
  @Authorize('org.read')
  list(@Query('record') record: string): Promise<RelationDto[]> {
    return this.relations.list(String(record ?? ''));
  }

  @Post()
  @ApiOperation({ operationId: 'createRelation', summary: 'Relate two records of an organisation' })
  @ApiCreatedResponse({ type: RelationDto })
  @Authorize('org.read', { event: 'relation.created' })
  create(@Body() input: RelationCreateDto): Promise<RelationDto> {
    return this.relations.create(input);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'removeRelation', summary: 'Remove a relation' })
  @ApiNoContentResponse()
  @Authorize('org.read', { event: 'relation.removed' })
  remove(@Param('id', RecordId) id: string): Promise<void> {
    return this.relations.remove(id);
  }
}
