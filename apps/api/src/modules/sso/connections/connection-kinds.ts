import { Injectable } from '@nestjs/common';
import type { FieldName } from '@st0r/crypto';
import type { AttemptCookie } from '../entering/attempt-cookie';
import type { StartedAttempt } from '../entering/sign-in-attempts';
import type { ConnectionKind, SignInConnectionEntity } from './sign-in-connection.entity';

/** Secrets a connection may hold, by their frozen names. */
export type ConnectionSecretName = Extract<FieldName, 'client-secret' | 'bind-password' | 'signing-key'>;

/** An address of ours that the other side must be told. */
export interface ConnectionAddress {
  name: string;
  address: string;
}

/** How a browser is sent to a provider, for kinds that do so. */
export interface BrowserDeparture {
  readonly cookie: AttemptCookie;
  /** `afresh` asks the provider to have the person prove themselves again. Throws SsoRefused when it does not answer. */
  address(connection: SignInConnectionEntity, attempt: StartedAttempt, afresh: boolean): Promise<string>;
}

/** What the house needs to know of a kind of connection. */
export interface ConnectionKindRules {
  readonly kind: ConnectionKind;
  /** Secrets an administrator may store for it. */
  readonly secrets: readonly ConnectionSecretName[];
  /** The checked configuration out of what is stored and what is given; throws Invalid with pointers below `/<kind>`. */
  configure(before: Record<string, unknown>, given: Record<string, unknown>): Record<string, unknown>;
  /** Where stored secrets are sent to; when that changes they are forgotten, or whoever moves it could read them there. */
  destination?(config: Record<string, unknown>): string;
  /** The configuration as an administrator sees it, where that is not as it is stored. */
  shown?(config: Record<string, unknown>): Record<string, unknown>;
  /** What is still missing before it can be tested or enabled, in words; empty when nothing is. */
  missing(connection: SignInConnectionEntity, secrets: readonly string[]): string[];
  /** Our addresses, for the administrator to copy. */
  addresses(connection: SignInConnectionEntity): ConnectionAddress[];
  /** Asks the other side whether it is there and speaks what we expect; throws SsoRefused. Nobody signs in. */
  check(connection: SignInConnectionEntity): Promise<void>;
  /** Left out where people type their password here, as for a directory. */
  readonly browser?: BrowserDeparture;
  /** Where to sign out at the provider too; null where it is not wanted. `hint` is what the sign-in left for it. */
  signOut?(connection: SignInConnectionEntity, hint: Record<string, string> | null): Promise<string | null>;
}

/** The kinds this installation speaks; each registers itself when its module starts. */
@Injectable()
export class ConnectionKinds {
  private readonly rules = new Map<ConnectionKind, ConnectionKindRules>();

  register(rules: ConnectionKindRules): void {
    this.rules.set(rules.kind, rules);
  }

  /** Undefined for a kind that is planned and not built. */
  find(kind: ConnectionKind): ConnectionKindRules | undefined {
    return this.rules.get(kind);
  }

  of(kind: ConnectionKind): ConnectionKindRules {
    const rules = this.rules.get(kind);
    if (!rules) throw new Error(`Nobody registered connections of kind ${kind}`);
    return rules;
  }
}
