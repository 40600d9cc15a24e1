import { Injectable } from '@nestjs/common';
import { Repositories, UnitOfWork } from '../../platform/database';
import { ROLE_TEMPLATES } from './role-templates';
import { RoleEntity } from './role.entity';

/** Creates the role templates an installation lacks, and brings their permissions up to date. */
@Injectable()
export class RoleSeed {
  constructor(
    private readonly repositories: Repositories,
    private readonly work: UnitOfWork,
  ) {}

  async run(): Promise<void> {
    await this.work.run(async () => {
      const roles = this.repositories.house(RoleEntity);
      for (const { code, name, description, permissions } of ROLE_TEMPLATES) {
        const known = await roles.findOne({ template: code });
        if (known) await roles.update(known, { permissions: [...permissions], description });
        else
          await roles.create({ template: code, name, description, permissions: [...permissions], requireMfa: false });
      }
    });
  }
}
