import { Dto, InputDto, ListOf, Part, Text } from '@st0r/dto';
import { SignInConnectionDto } from '../../connections/sign-in-connection.dto';

/** One provider of a file that describes several. */
@Dto('SamlProviderChoice')
export class SamlProviderChoiceDto {
  @Text({ max: 1000 })
  entityId: string;

  @Text({ max: 120, optional: true })
  name: string | null;
}

/** What came of reading metadata: the connection as it is now, or a question. */
@Dto('SamlMetadataImport')
export class SamlMetadataImportDto {
  @Part(() => SignInConnectionDto, { optional: true, description: 'Null while a provider has to be chosen.' })
  connection: SignInConnectionDto | null;

  @ListOf(() => SamlProviderChoiceDto, { description: 'Several providers: name one by its entity ID and send again.' })
  choices: SamlProviderChoiceDto[];

  @Text({ max: 500, list: true, description: 'What to know about it, in sentences.' })
  warnings: string[];
}

/** Metadata behind an address; it is kept and read again every day. */
@InputDto('SamlMetadataAddress')
export class SamlMetadataAddressDto {
  @Text({ max: 2000 })
  url: string;

  @Text({ max: 1000, optional: true, description: 'The provider that is meant, where there are several.' })
  entityId?: string | null;
}
