import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { RequestContext, organisationsWith, type Actor } from '../context';
import { Forbidden, NotFound, StepUpRequired, Unauthenticated } from '../errors';
import { ACCESS, type Access, type StepUp } from './authorize.decorator';
import type { Permission } from './permissions';

/** The one global guard: no declaration means denied; a declaration is checked on every request. */
@Injectable()
export class AuthorizeGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly context: RequestContext,
  ) {}

  canActivate(execution: ExecutionContext): boolean {
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
      execution.getHandler(),
      execution.getClass(),
    ]);
    if (!access)
      throw new Forbidden('handler.undeclared', { detail: 'This address declares no permission and is closed.' });
    if (access.kind === 'public') return true;
    const actor = this.context.actor;
    this.requireFullSession(actor, access);
    if (access.kind === 'platform' && !actor.platformAdmin)
      throw new Forbidden('platform.admin_required', { detail: 'Only a platform administrator may do this.' });
    if (access.kind === 'permission')
      this.context.limitTo(this.scopeOf(actor, access.permission, requestedOrganisation(execution)));
    if (access.stepUp) requireStepUp(actor, access.stepUp);
    return true;
  }

  private requireFullSession(actor: Actor, access: Access): void {
    if (actor.session?.scope !== 'enrolment') return;
    if (access.kind === 'signedIn' && access.enrolment) return;
    throw new Unauthenticated('session.enrolment_required', 'Set up a second factor to continue.');
  }

  private scopeOf(actor: Actor, permission: Permission, requested: string | undefined): string[] {
    const held = organisationsWith(actor, permission);
    if (!requested || requested === 'all') {
      if (held.length === 0) throw missing(permission);
      return held;
    }
    const grant = [...actor.grants.values()].find(
      (one) => one.slug === requested || one.organisationId === requested.toLowerCase(),
    );
    if (!grant) throw new NotFound('organisation');
    if (!grant.permissions.has(permission)) throw missing(permission);
    return [grant.organisationId];
  }
}

/** Throws unless the person proved who they are recently enough. */
export function requireStepUp(actor: Actor, stepUp: StepUp): void {
  const { session } = actor;
  if (!session) throw new StepUpRequired(stepUp.class, stepUp.maxAgeSeconds);
  const proof = Math.max(session.authenticatedAt.getTime(), session.steppedUp[stepUp.class] ?? 0);
  if (Date.now() - proof > stepUp.maxAgeSeconds * 1000) throw new StepUpRequired(stepUp.class, stepUp.maxAgeSeconds);
}

function missing(permission: Permission): Forbidden {
  return new Forbidden('permission.missing', {
    detail: `This needs the permission "${permission}".`,
    params: { permission },
  });
}

/** `?org=acme` in REST; resolvers carry `org` among their arguments. */
function requestedOrganisation(execution: ExecutionContext): string | undefined {
  if (execution.getType<string>() === 'graphql') {
    const args = execution.getArgByIndex<Record<string, unknown> | undefined>(1);
    return typeof args?.['org'] === 'string' ? args['org'] : undefined;
  }
  const { query } = execution.switchToHttp().getRequest<{ query?: Record<string, unknown> }>();
  return typeof query?.['org'] === 'string' ? query['org'] : undefined;
}
