import { Query, Resolver } from '@nestjs/graphql';
import { AuthorizePlatform } from '../../platform/authorize';
import { BackupOverview } from './backup-overview.service';
import { WHY } from './backup.access';
import { BackupOverviewDto } from './backup.dto';

/** The same over GraphQL, to read. */
@Resolver(() => BackupOverviewDto)
export class BackupResolver {
  constructor(private readonly backups: BackupOverview) {}

  @Query(() => BackupOverviewDto, { name: 'backups' })
  @AuthorizePlatform(WHY)
  overview(): Promise<BackupOverviewDto> {
    return this.backups.read();
  }
}
