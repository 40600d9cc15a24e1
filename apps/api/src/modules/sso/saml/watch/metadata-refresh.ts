import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../../platform/database';
import { ConnectionHealth } from '../../connections/connection-health';
import { SignInConnectionService } from '../../connections/sign-in-connection.service';
import { SsoRefused } from '../../entering/sso-refused';
import { MetadataSource } from '../connection/metadata-source';
import { configureSaml, settingsFrom, type SamlSettings } from '../connection/saml-config';
import { SamlConnections } from '../connection/saml-connections';

/** Follows a provider that changes its addresses or certificates, where its metadata have an address. */
@Injectable()
export class MetadataRefresh {
  constructor(
    private readonly connections: SamlConnections,
    private readonly records: SignInConnectionService,
    private readonly source: MetadataSource,
    private readonly health: ConnectionHealth,
    private readonly work: UnitOfWork,
  ) {}

  /** True when something changed. Metadata that cannot be read change nothing: what is pinned stays, and the page says so. */
  async again(id: string): Promise<boolean> {
    const { config } = await this.connections.get(id);
    if (!config.metadataUrl) return false;
    try {
      const change = settingsFrom(await this.source.check(config.metadataUrl, config.entityId));
      if (same(config, configureSaml(config, change))) return false;
      await this.work.run(() => this.records.update(id, { saml: change }));
      return true;
    } catch (error) {
      if (!(error instanceof SsoRefused)) throw error;
      await this.health.noteProblem(id, error);
      return false;
    }
  }
}

const same = (before: SamlSettings, after: SamlSettings): boolean =>
  (Object.keys(after) as (keyof SamlSettings)[]).every(
    (name) => JSON.stringify(before[name]) === JSON.stringify(after[name]),
  );
