import { Injectable } from '@nestjs/common';
import type { Permission } from '../../../platform/authorize';
import { RequestContext } from '../../../platform/context';
import { DomainError, Forbidden } from '../../../platform/errors';

/** What a key is to gain: scopes, in organisations. */
export interface Gain {
  readonly organisationIds: readonly string[];
  readonly scopes: readonly Permission[];
}

/** Whoever makes or widens a key manages keys in each organisation it reaches, and holds there what it is to do. */
@Injectable()
export class ApiKeyAuthority {
  constructor(private readonly context: RequestContext) {}

  require({ organisationIds, scopes }: Gain): void {
    const { grants } = this.context.actor;
    for (const id of organisationIds) {
      const grant = grants.get(id);
      if (!grant) throw unknownOrganisation();
      for (const code of ['apikey.manage', ...scopes] as Permission[])
        if (!grant.permissions.has(code)) throw beyondOwn(code, grant.slug);
    }
  }
}

function unknownOrganisation(): DomainError {
  const detail = 'This organisation does not exist, or you cannot see it.';
  return new DomainError('NotFound', 'organisation.not_found', {
    detail,
    errors: [{ pointer: '/organisationIds', code: 'not_found', params: {}, detail }],
  });
}

function beyondOwn(permission: string, organisation: string): Forbidden {
  return new Forbidden('api_key.beyond_own', {
    detail: `A key can do at most what you can; "${permission}" is missing in ${organisation}.`,
    params: { permission, organisation },
  });
}
