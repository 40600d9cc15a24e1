import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AuthorizePlatform } from '../../../../platform/authorize';
import { NeverStored, OwnUnitOfWork, RecordId } from '../../../../platform/http';
import { ConnectionTestDto } from '../../connections/connection-test.dto';
import { FRESH, WHY } from '../../connections/sign-in-connection.resource';
import { LdapTestDto } from './ldap-test.dto';
import { LdapTests } from './ldap-tests';

/** What only connections to directories can do. */
@ApiTags('sign-in-connections')
@Controller('sign-in-connections')
export class LdapController {
  constructor(private readonly tests: LdapTests) {}

  @Post(':id/ldap-tests')
  @HttpCode(200)
  @NeverStored()
  @OwnUnitOfWork()
  @ApiOperation({
    operationId: 'testDirectory',
    summary: 'Look somebody up, and with their password sign them in without letting them in',
  })
  @ApiOkResponse({ type: ConnectionTestDto })
  @AuthorizePlatform(WHY, { ...FRESH, event: 'sso.connection.tested' })
  test(@Param('id', RecordId) id: string, @Body() input: LdapTestDto): Promise<ConnectionTestDto> {
    return this.tests.run(id, input);
  }
}
