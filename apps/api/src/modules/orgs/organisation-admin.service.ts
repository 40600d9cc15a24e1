import { Injectable } from '@nestjs/common';
import { present } from '@st0r/dto';
import { Sql } from '../../platform/database';
import type { OrganisationCreateDto } from './organisation.dto';
import type { OrganisationEntity } from './organisation.entity';
import { OrganisationService } from './organisation.service';
import { OrganisationSummaryDto } from './organisation-summary.dto';

/** Opening organisations and knowing their names. */
@Injectable()
export class OrganisationAdminService {
  constructor(
    private readonly organisations: OrganisationService,
    private readonly sql: Sql,
  ) {}

  open(input: OrganisationCreateDto): Promise<OrganisationEntity> {
    return this.organisations.open(input);
  }

  async directory(): Promise<OrganisationSummaryDto[]> {
    const rows = await this.sql.house<object>(
      'SELECT id, name, slug, colour, archived_at AS archivedAt FROM organisation /* name tags of all organisations */ ORDER BY name, id LIMIT 10000',
    );
    return rows.map((row) => present(OrganisationSummaryDto, row));
  }
}
