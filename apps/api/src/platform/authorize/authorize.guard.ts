import { Inject, Injectable, Optional, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { RequestContext, organisationsWith, type Actor, type ActorKey } from '../context';
import { Forbidden, NotFound, StepUpRequired, Unauthenticated } from '../errors';
import { ACCESS, type Access, type StepUp } from './authorize.decorator';
import { handlerName } from './boot-check';
import { KEY_DOOR, closedToKey, type KeyDoor } from './key-door';
import { PERIMETER_DOOR, type PerimeterDoor } from './perimeter-door';
import type { Permission } from './permissions';
import { requireReading } from './sight-door';

/** The one global guard: no declaration means denied; a declaration is checked on every request. */
@Injectable()
export class AuthorizeGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly context: RequestContext,
    @Optional() @Inject(KEY_DOOR) private readonly keys?: KeyDoor,
    @Optional() @Inject(PERIMETER_DOOR) private readonly perimeter?: PerimeterDoor,
  ) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
      execution.getHandler(),
      execution.getClass(),
    ]);
    if (!access)
      throw new Forbidden('handler.undeclared', { detail: 'This address declares no permission and is closed.' });
    if (access.kind === 'public') return true;
    const actor = this.context.actor;
    this.requireFullSession(actor, access);
    requireReading(actor, access, execution);
    if (actor.key) await this.requireScope(actor.key, access, execution);
    if (access.kind === 'platform') await this.requireAdministrator(actor);
    if (access.kind === 'permission')
      this.context.limitTo(await this.scopeOf(actor, access.permission, requestedOrganisation(execution)));
    if (access.stepUp) requireStepUp(actor, access.stepUp);
    if (access.kind === 'platform' || access.kind === 'permission') this.context.standOnRights();
    return true;
  }

  private async requireAdministrator(actor: Actor): Promise<void> {
    if (!actor.platformAdmin)
      throw new Forbidden('platform.admin_required', { detail: 'Only a platform administrator may do this.' });
    await this.perimeter?.admit('admin');
  }

  private requireFullSession(actor: Actor, access: Access): void {
    if (actor.session?.scope !== 'enrolment') return;
    if (access.kind === 'signedIn' && access.enrolment) return;
    throw new Unauthenticated('session.enrolment_required', 'Set up a second factor to continue.');
  }

  /** Reaching for more than the scopes of a key is never an accident twice: it is counted. */
  private async requireScope(key: ActorKey, access: Access, execution: ExecutionContext): Promise<void> {
    const needed = closedToKey(access, key.scopes);
    if (!needed) return;
    await this.keys?.breached(key, { needed, handler: handlerName(execution.getClass(), execution.getHandler()) });
    if (needed === 'person')
      throw new Forbidden('api_key.person_required', { detail: 'This is for people; no API key may do it.' });
    throw new Forbidden('api_key.scope_missing', {
      detail: `This API key lacks the scope "${needed}".`,
      params: { scope: needed },
    });
  }

  private async scopeOf(
    actor: Actor,
    permission: Permission,
    requested: string | undefined,
  ): Promise<readonly string[]> {
    const held = organisationsWith(actor, permission);
    if (!requested || requested === 'all') {
      if (held.length === 0) throw missing(permission);
      return held;
    }
    const grant = [...actor.grants.values()].find(
      (one) => one.slug === requested || one.organisationId === requested.toLowerCase(),
    );
    if (!grant && actor.key) await this.keys?.strayed(actor.key);
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
