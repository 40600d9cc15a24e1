import { Injectable } from '@nestjs/common';
import { Repositories, Sql } from '../../../platform/database';
import { DomainError } from '../../../platform/errors';
import type { CredentialLinkCreateDto } from './credential.dto';
import { CredentialLinkEntity, LINK_TYPES } from './credential-link.entity';

type Owner = { id: string; organisationId: string };
interface LinkRow {
  credentialId: string;
  type: string;
  id: string;
}

/** What credentials are linked to. The other end is checked in its own table, inside the same organisation. */
@Injectable()
export class CredentialLinks {
  constructor(
    private readonly repositories: Repositories,
    private readonly sql: Sql,
  ) {}

  /** Links of the credentials. */
  of(credentials: readonly string[]): Promise<LinkRow[]> {
    if (credentials.length === 0) return Promise.resolve([]);
    return this.sql.scoped<LinkRow>(
      `SELECT credential_id AS credentialId, target_type AS type, target_id AS id FROM credential_link
       WHERE organisation_id IN (:scope) AND credential_id IN (${credentials.map(() => '?').join(', ')}) ORDER BY created_at, id`,
      credentials,
    );
  }

  /** Makes the set of links exactly this; answers whether anything changed. */
  async replace(
    { id: credentialId, organisationId }: Owner,
    wanted: readonly CredentialLinkCreateDto[],
  ): Promise<boolean> {
    const links = this.repositories.of(CredentialLinkEntity);
    const kept = await links.find({ credentialId, organisationId });
    const known = new Set(kept.map((link) => `${link.targetType}/${link.targetId}`));
    const goal = new Map(wanted.map((link, at) => [`${link.type}/${link.id}`, { ...link, at }]));
    const added = [...goal].filter(([key]) => !known.has(key)).map(([, link]) => link);
    const gone = kept.filter((link) => !goal.has(`${link.targetType}/${link.targetId}`));
    for (const link of added) await this.requireTarget(organisationId, link);
    for (const { id } of gone) await links.remove({ id, organisationId });
    await links.createMany(
      added.map(({ type, id }) => ({ organisationId, credentialId, targetType: type, targetId: id })),
    );
    return added.length + gone.length > 0;
  }

  private async requireTarget(organisationId: string, link: CredentialLinkCreateDto & { at: number }): Promise<void> {
    if (await this.exists(organisationId, link)) return;
    const detail = `This ${link.type} does not exist here, or you cannot see it.`;
    throw new DomainError('NotFound', 'reference.not_found', {
      detail,
      errors: [{ pointer: `/links/${link.at}/id`, code: 'not_found', params: { type: link.type }, detail }],
    });
  }

  private async exists(organisationId: string, { type, id }: CredentialLinkCreateDto): Promise<boolean> {
    const table = LINK_TYPES.find((known) => known === type);
    if (!table) return false;
    try {
      const found = await this.sql.scoped(
        `SELECT id FROM ${table} WHERE organisation_id IN (:scope) AND organisation_id = ? AND id = ?`,
        [organisationId, id],
      );
      return found.length > 0;
    } catch (error) {
      // A module that is not installed has no table, and so no records to link to.
      if ((error as { driverError?: { errno?: number } }).driverError?.errno === NO_TABLE) return false;
      throw error;
    }
  }
}

const NO_TABLE = 1146;
