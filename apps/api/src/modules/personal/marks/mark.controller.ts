import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { SignedIn } from '../../../platform/authorize';
import { RecordId } from '../../../platform/http';
import { MarkDto, MarkRecordDto, RecentRecordsDto } from './mark.dto';
import { MarkService } from './mark.service';

const OWN = 'one’s own favourites and recents';

/** Records kept at hand: marked by hand, or opened lately. */
@ApiTags('me')
@Controller('me')
export class MarkController {
  constructor(private readonly marks: MarkService) {}

  @Get('favourites')
  @ApiOperation({ operationId: 'listFavourites', summary: 'My favourites, the newest first' })
  @ApiOkResponse({ type: MarkDto, isArray: true })
  @SignedIn(OWN)
  favourites(): Promise<MarkDto[]> {
    return this.marks.list('favourite');
  }

  @Post('favourites')
  @HttpCode(204)
  @ApiOperation({ operationId: 'addFavourite', summary: 'Mark a record as a favourite' })
  @SignedIn(OWN)
  addFavourite(@Body() { id }: MarkRecordDto): Promise<void> {
    return this.marks.add(id);
  }

  @Delete('favourites/:id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'removeFavourite', summary: 'A record is a favourite no longer' })
  @SignedIn(OWN)
  removeFavourite(@Param('id', RecordId) id: string): Promise<void> {
    return this.marks.remove('favourite', id);
  }

  @Get('recents')
  @ApiOperation({ operationId: 'listRecents', summary: 'The last 50 records I opened, the newest first' })
  @ApiOkResponse({ type: MarkDto, isArray: true })
  @SignedIn(OWN)
  recents(): Promise<MarkDto[]> {
    return this.marks.list('recent');
  }

  @Post('recents')
  @HttpCode(204)
  @ApiOperation({
    operationId: 'addRecents',
    summary: 'Remember which records I opened; what I may not see is left out',
  })
  @SignedIn(OWN)
  addRecents(@Body() { ids }: RecentRecordsDto): Promise<void> {
    return this.marks.opened(ids);
  }

  @Delete('recents')
  @HttpCode(204)
  @ApiOperation({ operationId: 'clearRecents', summary: 'Forget every record I opened' })
  @SignedIn(OWN)
  clearRecents(): Promise<void> {
    return this.marks.clear('recent');
  }

  @Delete('recents/:id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'removeRecent', summary: 'Forget that I opened a record' })
  @SignedIn(OWN)
  removeRecent(@Param('id', RecordId) id: string): Promise<void> {
    return this.marks.remove('recent', id);
  }
}
