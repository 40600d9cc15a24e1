import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ConnectionKinds, type ConnectionAddress, type ConnectionKindRules } from '../../connections/connection-kinds';
import type { SignInConnectionEntity } from '../../connections/sign-in-connection.entity';
import { DirectoryCheck } from '../directory/directory-check';
import { configureLdap, missingLdap, type LdapSettings } from './ldap-config';

/** What directory connections are like. Nobody is sent anywhere: people type their password here. */
@Injectable()
export class LdapKind implements ConnectionKindRules, OnModuleInit {
  readonly kind = 'ldap';
  readonly secrets = ['bind-password'] as const;

  constructor(
    private readonly kinds: ConnectionKinds,
    private readonly looking: DirectoryCheck,
  ) {}

  onModuleInit(): void {
    this.kinds.register(this);
  }

  configure(before: Record<string, unknown>, given: Record<string, unknown>): Record<string, unknown> {
    return { ...configureLdap(before, given) };
  }

  destination({ host, port }: Record<string, unknown>): string {
    return host ? `${String(host)} ${String(port)}` : '';
  }

  missing({ config }: SignInConnectionEntity, secrets: readonly string[]): string[] {
    return missingLdap(config as unknown as LdapSettings, secrets);
  }

  addresses(): ConnectionAddress[] {
    return [];
  }

  check(connection: SignInConnectionEntity): Promise<void> {
    return this.looking.run(connection);
  }
}
