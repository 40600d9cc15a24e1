import { Choice, Decimal, Dto, Flag, Id, InputDto, Int, ListOf, Text, WriteOnlySecret } from '@st0r/dto';

const KINDS = ['characters', 'passphrase'] as const;
const CLASSES = ['lower', 'upper', 'digits', 'symbols'] as const;

/** What kind of secret to make. */
@InputDto('VaultGenerate')
export class VaultGenerateDto {
  @Choice('GeneratedKind', KINDS)
  kind: (typeof KINDS)[number];

  @Int({ min: 8, max: 128, optional: true, description: 'Characters; 20 unless told.' })
  length?: number | null;

  @Choice('CharacterClass', CLASSES, { list: true, optional: true, description: 'All four unless told.' })
  classes?: (typeof CLASSES)[number][] | null;

  @Flag({ optional: true, description: 'Leaves out l I 1 | O o 0.' })
  avoidLookAlikes?: boolean | null;

  @Int({ min: 4, max: 16, optional: true, description: 'Words of a passphrase; 6 unless told.' })
  words?: number | null;

  @Text({ max: 3, optional: true, trim: false })
  separator?: string | null;

  @Flag({ optional: true })
  capitals?: boolean | null;

  @Flag({ optional: true })
  digit?: boolean | null;
}

/** A made secret; nobody keeps it here. */
@Dto('GeneratedSecret')
export class GeneratedSecretDto {
  @Text({ max: 300 })
  value: string;

  @Decimal({ description: 'Bits of choice that went into it.' })
  bits: number;
}

/** A password to judge. */
@InputDto('VaultStrength')
export class VaultStrengthDto {
  @WriteOnlySecret({ max: 1000 })
  password: string;

  @Text({ max: 255, list: true, maxItems: 10, optional: true, description: 'Words an attacker would try first.' })
  context?: string[] | null;
}

/** How long a password holds. */
@Dto('PasswordStrength')
export class PasswordStrengthDto {
  @Int({ description: '0 (guessed at once) to 4 (out of reach).' })
  score: number;

  @Decimal()
  bits: number;

  @Text({ max: 500, list: true })
  reasons: string[];
}

/** A credential that needs attention; its name only. */
@Dto('VaultHealthItem')
export class VaultHealthItemDto {
  @Id()
  id: string;

  @Id()
  organisationId: string;

  @Text({ max: 255 })
  name: string;
}

/** Credentials of one finding: how many, and the first hundred by name. */
@Dto('VaultHealthFinding')
export class VaultHealthFindingDto {
  @Choice('VaultFinding', ['breached', 'weak', 'reused', 'old', 'expired'])
  finding: string;

  @Int()
  count: number;

  @ListOf(() => VaultHealthItemDto)
  items: VaultHealthItemDto[];
}

/** The state of the vault. */
@Dto('VaultHealth')
export class VaultHealthDto {
  @Int({ description: 'Credentials looked at: all that are not archived.' })
  total: number;

  @Int({ description: 'Those of them with a password.' })
  askable: number;

  @Int({
    description:
      'Passwords of which a list of stolen ones said something, that they are clean within two days; of the others nobody knows whether they are breached.',
  })
  asked: number;

  @ListOf(() => VaultHealthFindingDto)
  findings: VaultHealthFindingDto[];
}
