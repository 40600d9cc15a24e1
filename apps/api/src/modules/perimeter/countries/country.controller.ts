import { Body, Controller, Get, HttpCode, Patch, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { AuthorizePlatform } from '../../../platform/authorize';
import { MAX_UPLOAD_BYTES, readUpload } from '../../../platform/http';
import { FRESH, WHY } from '../perimeter.access';
import { AddressVerdictDto, CountryDto, CountryRulesDto, CountryRulesUpdateDto } from './country.dto';
import { CountryService } from './country.service';
import { CountryView } from './country-view';

const FORM = {
  type: 'object',
  required: ['file'],
  properties: { file: { type: 'string', format: 'binary', description: 'A .mmdb file, at most 64 MiB.' } },
};

/** From which countries people may sign in and administer. */
@ApiTags('perimeter')
@Controller('perimeter')
export class CountryController {
  constructor(
    private readonly countries: CountryService,
    private readonly view: CountryView,
  ) {}

  @Get('countries')
  @ApiOperation({ operationId: 'listCountries', summary: 'Every country, and who came from there in seven days' })
  @ApiOkResponse({ type: CountryDto, isArray: true })
  @AuthorizePlatform(WHY)
  list(): Promise<CountryDto[]> {
    return this.view.list();
  }

  @Get('country-rules')
  @ApiOperation({ operationId: 'getCountryRules', summary: 'From where people may sign in, and the database' })
  @ApiOkResponse({ type: CountryRulesDto })
  @AuthorizePlatform(WHY)
  read(): Promise<CountryRulesDto> {
    return this.countries.read();
  }

  @Patch('country-rules')
  @ApiOperation({ operationId: 'updateCountryRules', summary: 'Change from where people may sign in' })
  @ApiOkResponse({ type: CountryRulesDto })
  @AuthorizePlatform(WHY, { ...FRESH, event: 'setting.updated' })
  write(@Body() input: CountryRulesUpdateDto): Promise<CountryRulesDto> {
    return this.countries.write(input);
  }

  @Post('country-database')
  @HttpCode(200)
  @ApiOperation({ operationId: 'uploadCountryDatabase', summary: 'Put a country database in place' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: FORM })
  @ApiOkResponse({ type: CountryRulesDto })
  @AuthorizePlatform(WHY, { ...FRESH, event: 'country_database.replaced' })
  async upload(@Req() request: FastifyRequest): Promise<CountryRulesDto> {
    return this.countries.install((await readUpload(request, MAX_UPLOAD_BYTES)).content);
  }

  @Get('verdict')
  @ApiOperation({ operationId: 'testAddress', summary: 'Whether an address may come in, and what decides it' })
  @ApiQuery({ name: 'address', type: String })
  @ApiOkResponse({ type: AddressVerdictDto })
  @AuthorizePlatform(WHY)
  verdict(@Query() query: Record<string, unknown>): Promise<AddressVerdictDto> {
    return this.view.verdict(query['address']);
  }
}
