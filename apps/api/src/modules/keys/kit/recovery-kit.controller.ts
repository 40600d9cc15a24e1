import { Controller, Header, HttpCode, Post, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { AuthorizePlatform } from '../../../platform/authorize';
import { NeverStored } from '../../../platform/http';
import { FRESH } from '../keys.access';
import { RecoveryKits } from './recovery-kits.service';

/** The kit that brings the keys back. */
@ApiTags('keys')
@Controller('keys/recovery-kit')
export class RecoveryKitController {
  constructor(private readonly kits: RecoveryKits) {}

  @Post()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @NeverStored()
  @ApiOperation({
    operationId: 'printRecoveryKit',
    summary: 'A document with the locked keys and five parts that open them',
  })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ description: 'The document.', schema: { type: 'string', format: 'binary' } })
  @AuthorizePlatform('prints what brings the keys back; three people have to come together to use it', {
    ...FRESH,
    event: 'recovery_kit.printed',
  })
  async print(): Promise<StreamableFile> {
    const { kit, pdf } = await this.kits.print();
    const disposition = `attachment; filename="clientst0r-recovery-kit-${kit}.pdf"`;
    return new StreamableFile(pdf, { type: 'application/pdf', disposition });
  }
}
