import { Injectable } from '@nestjs/common';
import { parseOtpauth, totpCode } from '@st0r/crypto';
import { Limits, declareLimit, requireStepUp, type Limit, type Permission } from '../../../platform/authorize';
import { RequestContext } from '../../../platform/context';
import { Forbidden, Invalid, NotFound } from '../../../platform/errors';
import { FolderRulesReader } from '../folders/folder-rules';
import { FIELD_RULES, fieldNamed, spelled, type CredentialField } from './credential-fields';
import { CredentialEvents } from './credential-events';
import type { CredentialCodeDto, CredentialSecretDto } from './credential.dto';
import type { CredentialEntity } from './credential.entity';
import { CredentialService } from './credential.service';
import { SealedFields } from './sealed-fields';

/** Which secret, and why it is wanted. */
export interface SecretWish {
  readonly id: string;
  /** As addresses spell it, e.g. `password`. */
  readonly field: string;
  readonly reason?: string | null;
  /** An old version of the credential; the present one when left out. */
  readonly revision?: number;
}

const BOUNDS = { budget: { least: 5, most: 500 }, seconds: { least: 600, most: 86_400 } };
const SECRETS = declareLimit({
  name: 'vault.secrets',
  says: 'Secrets one person reveals or copies, in all vaults together.',
  ...{ budget: 30, seconds: 3600, burst: 10, bounds: BOUNDS, kept: 'house' },
});
const CODES = declareLimit({
  name: 'vault.codes',
  says: 'One-time codes one person takes from the vault.',
  ...{ budget: 100, seconds: 3600, burst: 20, bounds: BOUNDS, kept: 'house' },
});
const HIDE_AFTER_SECONDS = 30;

/** The ways a secret leaves: each demands a person, a fresh proof and a budget, and leaves its event before the answer. */
@Injectable()
export class CredentialActs {
  constructor(
    private readonly credentials: CredentialService,
    private readonly fields: SealedFields,
    private readonly folders: FolderRulesReader,
    private readonly events: CredentialEvents,
    private readonly limits: Limits,
    private readonly context: RequestContext,
  ) {}

  /** Opens one secret for reading (`revealed`) or for the clipboard (`copied`). */
  async take(act: 'revealed' | 'copied', wish: SecretWish): Promise<CredentialSecretDto> {
    const field = secretNamed(wish.field);
    const row = await this.admit(wish, 'vault.secret.reveal');
    const sealed = await this.sealed(row, field, wish.revision);
    await this.spend(SECRETS);
    const details = { field: spelled(field), revision: sealed.revision, ...reasonOf(wish) };
    const revealId = this.events.record(act, row, details);
    return { value: await this.fields.open(sealed), hideAfterSeconds: HIDE_AFTER_SECONDS, revealId };
  }

  /** The one-time code of this moment; the seed stays. */
  async code(wish: Omit<SecretWish, 'field'>): Promise<CredentialCodeDto> {
    const row = await this.admit(wish, 'vault.totp.use');
    const sealed = await this.sealed(row, 'totp-seed');
    await this.spend(CODES);
    this.events.record('totp_used', row, { revision: sealed.revision, ...reasonOf(wish) });
    const { totp } = parseOtpauth(await this.fields.open(sealed));
    const { code, expiresInSeconds } = totpCode(totp, Date.now());
    totp.seed.fill(0);
    return { code, secondsLeft: expiresInSeconds, period: totp.period };
  }

  /** Throws unless a person sits at a browser: keys, tokens and jobs never get a secret. */
  requirePerson(): void {
    if (this.context.actor.session?.interactive) return;
    throw new Forbidden('vault.interactive_only', {
      detail: 'Secrets leave the vault only in a browser session. Sign in there.',
    });
  }

  private async admit({ id, reason }: Omit<SecretWish, 'field'>, permission: Permission): Promise<CredentialEntity> {
    this.requirePerson();
    const row = await this.credentials.forAct(id, permission);
    const rules = await this.folders.of(row.organisationId, row.folderId);
    requireStepUp(this.context.actor, { class: 'reveal', maxAgeSeconds: rules.proofSeconds });
    if (rules.reasonRequired && !reason)
      throw Invalid.field('/reason', 'required', 'Say why: this folder asks for a reason.');
    if (!row.archivedAt) return row;
    throw new Forbidden('credential.archived', { detail: 'This credential is archived. Restore it first.' });
  }

  private async sealed(row: CredentialEntity, field: CredentialField, version?: number) {
    const revision = version === undefined ? undefined : await this.credentials.revisionAt(row, field, version);
    const found =
      version === undefined
        ? await this.fields.present(row, field)
        : revision === undefined
          ? null
          : await this.fields.at(row, field, revision);
    if (!found) throw new NotFound('field');
    return found;
  }

  private async spend(limit: Limit): Promise<void> {
    const { id, name } = this.context.actor;
    await this.limits.spend(limit, {
      by: { kind: 'user', id, name },
      code: 'vault.budget_spent',
      detail: (seconds) => `Too many secrets in a short time. Go on in ${seconds} seconds.`,
    });
  }
}

function secretNamed(name: string): CredentialField {
  const field = fieldNamed(name);
  if (!field || FIELD_RULES[field].class !== 'S') throw new NotFound('field');
  return field;
}

const reasonOf = ({ reason }: { reason?: string | null }): { reason?: string } => (reason ? { reason } : {});
