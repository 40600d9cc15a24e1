import { Body, Controller, Get, Header, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { strengthOf } from '@st0r/crypto';
import { Authorize, SignedIn } from '../../../platform/authorize';
import { NeverStored } from '../../../platform/http';
import { generated } from './generated';
import { VaultHealth } from './vault-health.service';
import {
  GeneratedSecretDto,
  PasswordStrengthDto,
  VaultGenerateDto,
  VaultHealthDto,
  VaultStrengthDto,
} from './vault-tools.dto';

/** Tools around the vault that touch no credential. */
@ApiTags('credentials')
@Controller('vault')
export class VaultToolsController {
  constructor(private readonly health: VaultHealth) {}

  @Post('generate')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @NeverStored()
  @ApiOperation({ operationId: 'generateSecret', summary: 'Make a password or passphrase' })
  @ApiOkResponse({ type: GeneratedSecretDto })
  @SignedIn('makes a random value and keeps nothing')
  generate(@Body() recipe: VaultGenerateDto): GeneratedSecretDto {
    return generated(recipe);
  }

  @Post('strength')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @NeverStored()
  @ApiOperation({ operationId: 'judgePassword', summary: 'Judge a password' })
  @ApiOkResponse({ type: PasswordStrengthDto })
  @SignedIn('judges what the caller typed and keeps nothing')
  strength(@Body() { password, context }: VaultStrengthDto): Promise<PasswordStrengthDto> {
    return strengthOf(password, context ?? []);
  }

  @Get('health')
  @ApiOperation({
    operationId: 'getVaultHealth',
    summary: 'Breached, weak, reused, old and expired credentials, by name',
  })
  @ApiQuery({ name: 'org', required: false, type: String })
  @ApiOkResponse({ type: VaultHealthDto })
  @Authorize('vault.item.read')
  report(): Promise<VaultHealthDto> {
    return this.health.report();
  }
}
