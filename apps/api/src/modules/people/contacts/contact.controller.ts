import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Authorize } from '../../../platform/authorize';
import { RecordId } from '../../../platform/http';
import { ContactAttachDto, ContactDto } from './contact.dto';
import { ContactService } from './contact.service';

/** One person at several clients. */
@ApiTags('contacts')
@Controller('contacts')
export class ContactController {
  constructor(private readonly contacts: ContactService) {}

  @Get(':id/elsewhere')
  @ApiOperation({ operationId: 'listContactElsewhere', summary: 'The same person at other organisations you may see' })
  @ApiOkResponse({ type: ContactDto, isArray: true })
  @Authorize('org.read')
  elsewhere(@Param('id', RecordId) id: string): Promise<object[]> {
    return this.contacts.elsewhere(id);
  }

  @Post(':id/attach')
  @ApiOperation({ operationId: 'attachContact', summary: 'Make the person a contact of another organisation as well' })
  @ApiCreatedResponse({ type: ContactDto })
  @Authorize('contact.write', { event: 'contact.created' })
  attach(@Param('id', RecordId) id: string, @Body() input: ContactAttachDto): Promise<object> {
    return this.contacts.attach(id, input);
  }
}
