import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension, ApiOperation } from '@nestjs/swagger';
import type { Permission } from './permissions';

export const ACCESS = 'house:access';

/** How fresh the proof of identity must be, and for which class of act. */
export interface StepUp {
  readonly class: string;
  readonly maxAgeSeconds: number;
}

/** What a handler demands. No declaration means denied. */
export type Access =
  | { kind: 'permission'; permission: Permission; stepUp?: StepUp; event?: string }
  | { kind: 'platform'; why: string; stepUp?: StepUp; event?: string }
  | { kind: 'signedIn'; why: string; stepUp?: StepUp; event?: string; enrolment?: boolean }
  | { kind: 'public'; why: string; event?: string };

export interface AccessOptions {
  /** Demands a proof of identity not older than this, e.g. `15m`. */
  recentLogin?: `${number}${'s' | 'm'}`;
  /** Class of act the proof is for; a proof for one class does not serve another. */
  for?: string;
  /** The event this handler leaves, for permissions.lock.json. */
  event?: string;
}

/** Demands an organisation permission and sets the organisation scope to where the actor holds it. */
export const Authorize = (permission: Permission, options: AccessOptions = {}): MethodDecorator & ClassDecorator =>
  declare({ kind: 'permission', permission, ...extras(options) });

/** Demands a platform administrator; gives no organisation scope. */
export const AuthorizePlatform = (why: string, options: AccessOptions = {}): MethodDecorator & ClassDecorator =>
  declare({ kind: 'platform', why, ...extras(options) });

/** Any signed-in person, about themselves; `enrolment` also admits sessions that still owe a second factor. */
export const SignedIn = (
  why: string,
  options: AccessOptions & { enrolment?: boolean } = {},
): MethodDecorator & ClassDecorator =>
  declare({ kind: 'signedIn', why, enrolment: options.enrolment, ...extras(options) });

/** Open to everybody; say why. */
export const Public = (why: string, options: Pick<AccessOptions, 'event'> = {}): MethodDecorator & ClassDecorator =>
  declare({ kind: 'public', why, event: options.event });

function declare(access: Access): MethodDecorator & ClassDecorator {
  const security = access.kind === 'public' ? { security: [] } : {};
  const decorate = applyDecorators(SetMetadata(ACCESS, access));
  return (target: object, key?: string | symbol, descriptor?: PropertyDescriptor) => {
    decorate(target, key as string, descriptor as PropertyDescriptor);
    if (!descriptor) return;
    ApiOperation(security, { overrideExisting: false })(target, key as string, descriptor);
    ApiExtension('x-access', access)(target, key as string, descriptor);
  };
}

function extras(options: AccessOptions): { stepUp?: StepUp; event?: string } {
  if (!options.recentLogin) return { event: options.event };
  const amount = Number.parseInt(options.recentLogin, 10);
  const maxAgeSeconds = options.recentLogin.endsWith('m') ? amount * 60 : amount;
  return { stepUp: { class: options.for ?? 'sensitive', maxAgeSeconds }, event: options.event };
}
