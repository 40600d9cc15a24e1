import { Injectable } from '@nestjs/common';
import { Policy } from '../authorize';
import { RequestContext } from '../context';
import { Repositories, Sql } from '../database';
import { Lists } from '../list';
import { Refs } from './refs';

/** What every resource service works with. */
@Injectable()
export class ResourceHouse {
  constructor(
    readonly repositories: Repositories,
    readonly lists: Lists,
    readonly context: RequestContext,
    readonly policy: Policy,
    readonly refs: Refs,
    readonly sql: Sql,
  ) {}
}
