import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Repositories, Sql } from '../../../../platform/database';
import { PasswordPlaces } from '../../../auth';
import { BreakGlass } from '../../connections/break-glass';
import { domainOf, DomainRules } from '../../connections/domain-rules';
import { SignInConnectionEntity } from '../../connections/sign-in-connection.entity';
import { DirectoryEntrance, type PasswordPlace } from './directory-entrance';

const IN_USE = "c.kind = 'ldap' AND c.state = 'enabled' AND c.archived_at IS NULL";

/**
 * Which directory somebody belongs to. Linked people belong to theirs; an address belongs to the directory that serves its
 * domain, and keeps a local password until the domain is enforced; a name without a domain belongs to the first directory.
 */
@Injectable()
export class DirectoryPlaces implements OnModuleInit {
  constructor(
    private readonly places: PasswordPlaces,
    private readonly sql: Sql,
    private readonly repositories: Repositories,
    private readonly domains: DomainRules,
    private readonly breakGlass: BreakGlass,
    private readonly entrance: DirectoryEntrance,
  ) {}

  onModuleInit(): void {
    this.places.add((login) => this.find(login.trim()));
    // Also where the directory is away: there is no second password for the same person.
    this.places.close(async (_, userId) => userId !== null && (await this.linked(userId)) !== undefined);
  }

  private async find(login: string): Promise<PasswordPlace | undefined> {
    const [user] = await this.sql.house<{ id: string }>('SELECT id FROM user_account WHERE email = ?', [login]);
    // Both are asked in every case: the time before the directory is asked tells nothing either.
    const [linked, serving] = [await this.linked(user?.id ?? null), await this.serving(login)];
    const exempt = await this.breakGlass.includes(user?.id ?? null);
    const place = linked ?? serving?.connectionId;
    if (!place) return undefined;
    const decides = !exempt && (linked !== undefined || !user || serving?.enforced === true);
    return this.entrance.at(await this.repositories.house(SignInConnectionEntity).get(place), decides);
  }

  private async linked(userId: string | null): Promise<string | undefined> {
    const [row] = await this.sql.house<{ id: string }>(
      `SELECT c.id FROM external_identity i JOIN sign_in_connection c ON c.id = i.connection_id
       WHERE i.user_id = ? AND ${IN_USE}
         AND NOT EXISTS (SELECT 1 FROM break_glass_account b WHERE b.user_id = i.user_id) ORDER BY c.position, c.name, c.id LIMIT 1`,
      [userId],
    );
    return row?.id;
  }

  private async serving(login: string): Promise<{ connectionId: string; enforced: boolean } | undefined> {
    const served = domainOf(login) ? await this.domains.connectionFor(login) : undefined;
    const [row] = await this.sql.house<{ id: string }>(
      `SELECT c.id FROM sign_in_connection c WHERE ${IN_USE} AND (c.id = ? OR ?) ORDER BY c.position, c.name, c.id LIMIT 1`,
      [served?.connectionId ?? null, !domainOf(login)],
    );
    return row && { connectionId: row.id, enforced: served?.enforced ?? false };
  }
}
