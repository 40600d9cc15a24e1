import { Injectable } from '@nestjs/common';
import { PLATFORM_ORGANISATION, openText, sealField, uuid7, type FieldPlace } from '@st0r/crypto';
import { InjectSettings, publicAddress, type Settings } from '../../../../platform/config';
import { Sql, UnitOfWork } from '../../../../platform/database';
import { PlatformDataKey } from '../../../../platform/keys';
import type { CertifiedKey } from './self-signed';

/** What a key of ours is for: showing who asks, or being encrypted to. */
export const KEY_USES = ['signing', 'encryption'] as const;
export type KeyUse = (typeof KEY_USES)[number];

interface KeyRow {
  id: string;
  certificate: string;
  sealed: Buffer;
}

/** Our own SAML keys: one pair of the installation per use, made when first needed, sealed like every secret. */
@Injectable()
export class SamlKeys {
  private readonly opened = new Map<KeyUse, CertifiedKey>();

  constructor(
    private readonly sql: Sql,
    private readonly dataKey: PlatformDataKey,
    private readonly work: UnitOfWork,
    @InjectSettings() private readonly settings: Settings,
  ) {}

  async of(use: KeyUse): Promise<CertifiedKey> {
    const known = this.opened.get(use) ?? (await this.read(use)) ?? (await this.make(use));
    this.opened.set(use, known);
    return known;
  }

  private async read(use: KeyUse): Promise<CertifiedKey | undefined> {
    const [row] = await this.sql.house<KeyRow>('SELECT id, certificate, sealed FROM saml_key WHERE key_use = ?', [use]);
    if (!row) return undefined;
    const privateKey = openText(await this.dataKey.of('sso'), placeOf(row.id), row.sealed);
    return { privateKey, certificate: row.certificate };
  }

  /** Two nodes may make one at the same time; the first row stays and both use it. Beside the transaction: it is kept whatever becomes of that. */
  private async make(use: KeyUse): Promise<CertifiedKey> {
    const { hostname } = new URL(publicAddress(this.settings, '/'));
    const { selfSigned } = await import('./self-signed');
    const made = await selfSigned(`${hostname} ${use}`);
    await this.work.runApart(() => this.keep(use, made), `saml key ${use}`);
    return (await this.work.outside(() => this.read(use)))!;
  }

  private async keep(use: KeyUse, { privateKey, certificate }: CertifiedKey): Promise<void> {
    const id = uuid7();
    const sealed = sealField(await this.dataKey.of('sso'), placeOf(id), privateKey);
    await this.sql.house(
      'INSERT IGNORE INTO saml_key (id, key_use, certificate, sealed, created_at) VALUES (?, ?, ?, ?, UTC_TIMESTAMP(6))',
      [id, use, certificate, sealed],
    );
  }
}

const placeOf = (record: string): FieldPlace => ({
  organisation: PLATFORM_ORGANISATION,
  purpose: 'sso',
  type: 'sso-connection',
  record,
  field: 'signing-key',
  revision: 1,
});
