import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { SignedIn } from '../../platform/authorize';
import { SearchAnswerDto } from './search.dto';
import { SearchService } from './search.service';

/** The palette's question. */
@ApiTags('search')
@Controller('search')
export class SearchController {
  constructor(private readonly service: SearchService) {}

  @Get()
  @ApiOperation({ operationId: 'search', summary: 'Find anything you may see, by what the palette was told' })
  @ApiQuery({ name: 'q', required: true, description: 'Words; =address or serial; @person or client.' })
  @ApiQuery({ name: 'org', required: false, description: 'Organisation in view, id or slug; it comes first.' })
  @ApiQuery({ name: 'types', required: false, description: 'Comma separated, e.g. asset,contact.' })
  @ApiOkResponse({ type: SearchAnswerDto })
  @SignedIn('each type is found where your roles allow reading it', { keys: true, rate: 'search' })
  search(@Query() query: Record<string, unknown>): Promise<SearchAnswerDto> {
    const text = (name: string): string | undefined => (typeof query[name] === 'string' ? query[name] : undefined);
    const types = text('types')?.split(',').filter(Boolean);
    return this.service.search({ q: text('q') ?? '', org: text('org'), types });
  }
}
