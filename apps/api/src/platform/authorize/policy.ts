import { Injectable } from '@nestjs/common';
import { RequestContext } from '../context';
import { Forbidden } from '../errors';
import type { Permission } from './permissions';

/** Rules about one record, asked by services (`require`) and shown to pages (`allows`). */
@Injectable()
export class Policy {
  constructor(private readonly context: RequestContext) {}

  /** May the actor do this in that organisation, right now? */
  allows(permission: Permission, organisationId: string): boolean {
    return this.context.actor.grants.get(organisationId)?.permissions.has(permission) ?? false;
  }

  /** May the actor change what belongs to the installation itself? */
  get administers(): boolean {
    return this.context.actor.platformAdmin;
  }

  /** The same as a demand. */
  require(permission: Permission, organisationId: string): void {
    if (this.allows(permission, organisationId)) return;
    throw new Forbidden('permission.missing', {
      detail: `This needs the permission "${permission}".`,
      params: { permission },
    });
  }
}
