import { Column } from 'typeorm';
import { HouseRow, HouseWide } from '../../../platform/database';

/** How a connection proves who somebody is. */
export const CONNECTION_KINDS = ['oidc', 'saml', 'ldap'] as const;
export type ConnectionKind = (typeof CONNECTION_KINDS)[number];

/** Only `enabled` lets anybody in; a draft was never enabled. */
export const CONNECTION_STATES = ['draft', 'enabled', 'disabled'] as const;

/** A way to sign in through an identity provider or a directory. Its secrets are sealed in a table of their own. */
@HouseWide({ noun: 'sso.connection', table: 'sign_in_connection', events: 'admin' })
export class SignInConnectionEntity extends HouseRow {
  @Column('varchar', { length: 10 })
  kind: ConnectionKind;

  @Column('varchar', { length: 120 })
  name: string;

  @Column('varchar', { length: 10 })
  state: (typeof CONNECTION_STATES)[number];

  /** Smaller stands higher on the sign-in page. */
  @Column('int')
  position: number;

  @Column('varchar', { length: 80, nullable: true })
  buttonLabel: string | null;

  /** A connection without a button is reached by the e-mail domains it serves. */
  @Column('boolean')
  buttonShown: boolean;

  /** Somebody unknown gets an account of their own, without any role but those their groups give. */
  @Column('boolean')
  jit: boolean;

  /** The provider's word for a second factor counts, if it says one of `mfaAmr` or `mfaAcr`. */
  @Column('boolean')
  mfaTrusted: boolean;

  @Column('json')
  mfaAmr: string[];

  @Column('json')
  mfaAcr: string[];

  /** What is particular to the kind; the kind's own types and checks say what it holds. */
  @Column('json')
  config: Record<string, unknown>;
}
