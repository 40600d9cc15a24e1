import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import type { ListInput } from '@st0r/list-query';
import { AuthorizePlatform } from '../../platform/authorize';
import { asConnection, connectionType } from '../../platform/graphql/connection';
import { filterInput } from '../../platform/graphql/filter-input';
import { readListInput } from '../../platform/http';
import { MailDto } from './mail.dto';
import { mailList } from './mail.list';
import { MailService } from './mail.service';

const MailConnection = connectionType('Mail', MailDto);
const MailFilter = filterInput('Mail', mailList);

/** Mails over GraphQL: read only. */
@Resolver(() => MailDto)
export class MailResolver {
  constructor(private readonly mails: MailService) {}

  @Query(() => MailConnection, { name: 'mails' })
  @AuthorizePlatform('mails belong to the installation')
  async list(
    @Args('filter', { type: () => MailFilter, nullable: true }) filter: ListInput['filter'],
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Args('q', { type: () => String, nullable: true }) q: string | null,
    @Args('total', { type: () => Boolean, nullable: true }) total: boolean | null,
  ): Promise<unknown> {
    return asConnection(await this.mails.list(readListInput(mailList.shape, { filter, first, after, q, total })));
  }
}
