import { Injectable } from '@nestjs/common';
import { present } from '@st0r/dto';
import { hash } from 'node:crypto';
import { Sql, UnitOfWork } from '../../platform/database';
import { NotFound } from '../../platform/errors';
import { redrawn } from './logo-picture';
import { OrganisationDto } from './organisation.dto';
import { OrganisationService } from './organisation.service';

/** The picture an organisation is known by; without one its initials on its colour stand. */
@Injectable()
export class OrganisationLogos {
  constructor(
    private readonly organisations: OrganisationService,
    private readonly sql: Sql,
    private readonly work: UnitOfWork,
  ) {}

  /** The picture, and the name of its content. */
  async find(id: string): Promise<{ picture: Buffer; tag: string }> {
    const { logo } = await this.organisations.row(id);
    const [row] = await this.sql.scoped<{ picture: Buffer }>(
      'SELECT picture FROM organisation_logo WHERE organisation_id IN (:scope) AND organisation_id = ?',
      [id],
    );
    if (!logo || !row) throw new NotFound('logo');
    return { picture: row.picture, tag: logo };
  }

  /** Draws the picture before a transaction opens: no connection waits for it. */
  async put(id: string, file: Buffer): Promise<OrganisationDto> {
    await this.organisations.row(id);
    const picture = await redrawn(file);
    const logo = hash('sha256', picture, 'base64url').slice(0, 22);
    return this.work.run(async () => {
      await this.sql.house(
        `INSERT INTO organisation_logo (organisation_id, picture) VALUES (?, ?)
         ON DUPLICATE KEY UPDATE picture = VALUES(picture)`,
        [id, picture],
      );
      return present(OrganisationDto, await this.organisations.showLogo(id, logo));
    });
  }

  async remove(id: string): Promise<OrganisationDto> {
    await this.sql.scoped('DELETE FROM organisation_logo WHERE organisation_id IN (:scope) AND organisation_id = ?', [
      id,
    ]);
    return present(OrganisationDto, await this.organisations.showLogo(id, null));
  }
}
