import { Injectable } from '@nestjs/common';
import { Repositories } from '../../../../platform/database';
import { NotFound } from '../../../../platform/errors';
import { SignInConnectionEntity } from '../../connections/sign-in-connection.entity';
import type { SamlSettings } from './saml-config';

/** A SAML connection with its configuration in its own type. */
export type SamlConnection = Omit<SignInConnectionEntity, 'config'> & { config: SamlSettings };

/** Finds SAML connections, for people who are not signed in yet. */
@Injectable()
export class SamlConnections {
  constructor(private readonly repositories: Repositories) {}

  /** Drafts and disabled ones too: whether they let anybody in is asked at the door. */
  async get(id: string): Promise<SamlConnection> {
    const found = await this.repositories.house(SignInConnectionEntity).findOne({ id });
    if (found?.kind !== 'saml' || found.archivedAt) throw new NotFound('connection');
    return found as unknown as SamlConnection;
  }

  /** Those that let people in. */
  async enabled(): Promise<SamlConnection[]> {
    const found = await this.repositories.house(SignInConnectionEntity).find({ kind: 'saml', state: 'enabled' });
    return (found as unknown as SamlConnection[]).filter(({ archivedAt }) => !archivedAt);
  }
}
