import { Injectable } from '@nestjs/common';
import type { FieldName } from '@st0r/crypto';
import type { ConnectionKind, SignInConnectionEntity } from './sign-in-connection.entity';

/** Secrets a connection may hold, by their frozen names. */
export type ConnectionSecretName = Extract<FieldName, 'client-secret' | 'bind-password' | 'signing-key'>;

/** An address of ours that the other side must be told. */
export interface ConnectionAddress {
  name: string;
  address: string;
}

/** What the house needs to know of a kind of connection. */
export interface ConnectionKindRules {
  readonly kind: ConnectionKind;
  /** Secrets an administrator may store for it. */
  readonly secrets: readonly ConnectionSecretName[];
  /** The checked configuration out of what is stored and what is given; throws Invalid with pointers below `/<kind>`. */
  configure(before: Record<string, unknown>, given: Record<string, unknown>): Record<string, unknown>;
  /** What is still missing before it can be tested or enabled, in words; empty when nothing is. */
  missing(connection: SignInConnectionEntity, secrets: readonly string[]): string[];
  /** Our addresses, for the administrator to copy. */
  addresses(connection: SignInConnectionEntity): ConnectionAddress[];
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
