import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension, ApiOperation } from '@nestjs/swagger';
import type { Permission } from './permissions';

export const ACCESS = 'house:access';

/** How fresh the proof of identity must be, and for which class of act. */
export interface StepUp {
  readonly class: string;
  readonly maxAgeSeconds: number;
}

/** What one call takes of the budget of an API key, by class; what names no class is plain. */
export const RATE_COST = { plain: 1, search: 5, bulk: 10 } as const;
export type RateClass = keyof typeof RATE_COST;

interface Extras {
  stepUp?: StepUp;
  event?: string;
  rate?: RateClass;
}

/** What a handler demands. No declaration means denied. */
export type Access =
  | ({ kind: 'permission'; permission: Permission } & Extras)
  | ({ kind: 'platform'; why: string } & Extras)
  | ({ kind: 'signedIn'; why: string; enrolment?: boolean; keys?: boolean; sight?: boolean } & Extras)
  | { kind: 'public'; why: string; event?: string };

export interface AccessOptions {
  /** Demands a proof of identity not older than this, e.g. `15m`. */
  recentLogin?: `${number}${'s' | 'm'}`;
  /** Class of act the proof is for; a proof for one class does not serve another. */
  for?: string;
  /** The event this handler leaves, for permissions.lock.json. */
  event?: string;
  /** How hard this handler works. */
  rate?: RateClass;
}

/** Demands an organisation permission and sets the organisation scope to where the actor holds it. */
export const Authorize = (permission: Permission, options: AccessOptions = {}): MethodDecorator & ClassDecorator =>
  declare({ kind: 'permission', permission, ...extras(options) });

/** Demands a platform administrator; gives no organisation scope. */
export const AuthorizePlatform = (why: string, options: AccessOptions = {}): MethodDecorator & ClassDecorator =>
  declare({ kind: 'platform', why, ...extras(options) });

/**
 * Any signed-in person, about themselves; `enrolment` also admits sessions that still owe a second factor, `keys` API
 * keys, which are kept out where no permission says what they may do; `sight` also whoever looks with other rights, to
 * end something of their own.
 */
export const SignedIn = (
  why: string,
  options: AccessOptions & { enrolment?: boolean; keys?: boolean; sight?: boolean } = {},
): MethodDecorator & ClassDecorator =>
  declare({
    kind: 'signedIn',
    why,
    enrolment: options.enrolment,
    keys: options.keys,
    sight: options.sight,
    ...extras(options),
  });

/** Open to everybody; say why. */
export const Public = (why: string, options: Pick<AccessOptions, 'event'> = {}): MethodDecorator & ClassDecorator =>
  declare({ kind: 'public', why, event: options.event });

/** Adds to the declaration that was applied before it: how hard this handler works. */
export const Works =
  (rate: RateClass): MethodDecorator =>
  (target, key, descriptor) => {
    const access = Reflect.getMetadata(ACCESS, descriptor.value as object) as Access | undefined;
    if (access && access.kind !== 'public')
      declare({ ...access, rate })(target, key, descriptor as TypedPropertyDescriptor<unknown>);
  };

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

function extras({ recentLogin, for: className, event, rate }: AccessOptions): Extras {
  if (!recentLogin) return { event, rate };
  const amount = Number.parseInt(recentLogin, 10);
  const maxAgeSeconds = recentLogin.endsWith('m') ? amount * 60 : amount;
  return { stepUp: { class: className ?? 'sensitive', maxAgeSeconds }, event, rate };
}
