import { Injectable } from '@nestjs/common';
import { Sql, UnitOfWork } from '../../../../platform/database';
import { EventRecorder } from '../../../../platform/events';
import { certificatesOf } from '../connection/saml-config';
import { SamlConnections, type SamlConnection } from '../connection/saml-connections';
import type { SigningCertificate } from '../metadata/certificate';

/** Says once of each certificate that it will expire, and once that it has. */
@Injectable()
export class CertificateWarnings {
  constructor(
    private readonly connections: SamlConnections,
    private readonly sql: Sql,
    private readonly events: EventRecorder,
    private readonly work: UnitOfWork,
  ) {}

  /** Answers how many warnings were new. */
  async about(id: string, now = new Date()): Promise<number> {
    const connection = await this.connections.get(id);
    const ending = certificatesOf(connection.config, now).filter(
      ({ trouble }) => trouble === 'expires_soon' || trouble === 'expired',
    );
    let warned = 0;
    for (const certificate of ending) warned += await this.work.run(() => this.warn(connection, certificate));
    return warned;
  }

  private async warn({ id, name }: SamlConnection, certificate: SigningCertificate): Promise<number> {
    const { fingerprint, trouble, subject, validUntil } = certificate;
    const result = (await this.sql.house(
      'INSERT IGNORE INTO saml_certificate_warning (connection_id, fingerprint, trouble, warned_at) VALUES (?, ?, ?, UTC_TIMESTAMP(6))',
      [id, fingerprint, trouble],
    )) as unknown as { affectedRows: number };
    if (result.affectedRows !== 1) return 0;
    this.events.record({
      action: trouble === 'expired' ? 'sso.certificate.expired' : 'sso.certificate.expiring',
      category: 'admin',
      target: { type: 'sso.connection', id, label: name },
      details: { subject, fingerprint, validUntil: validUntil.toISOString() },
    });
    return 1;
  }
}
