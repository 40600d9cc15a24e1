/** What addresses may be kept out of: signing in, administration, or everything under /api. */
export const AREAS = ['sign_in', 'admin', 'api'] as const;
export type Area = (typeof AREAS)[number];

/** What the house asks the module that keeps the perimeter. */
export interface PerimeterDoor {
  /** Throws Forbidden when the address of this request may not come into the area. */
  admit(area: Area): Promise<void>;
  /** The country this request comes from; null where nobody can say, as for addresses of private networks. */
  country(): Promise<string | null>;
}

/** Token of the door; the module that keeps the perimeter provides it. */
export const PERIMETER_DOOR = Symbol('perimeter door');

/** Leaving, and what other systems call or read, is not signing in: a provider calls from its own country. */
const NOT_IN = /\/(?:logout|sign-out|backchannel-logout|metadata)$/;

/** The area a route belongs to before anybody knows who is calling; what is administration, the guard says. */
export const areaOfRoute = (route: string): Area =>
  route.startsWith('/api/v1/auth/') && !NOT_IN.test(route) ? 'sign_in' : 'api';
