import { InputDto, Text, WriteOnlySecret } from '@st0r/dto';

/** Somebody of the directory to try a connection with. */
@InputDto('LdapTest')
export class LdapTestDto {
  @Text({ max: 256, description: 'As the person would type it at the sign-in page.' })
  login: string;

  @WriteOnlySecret({ max: 1000, optional: true })
  password?: string | null;
}
