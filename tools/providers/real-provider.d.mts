/** Somebody with an account at the provider; `login` is what they type. */
export interface ProviderPerson {
  login: string;
  email: string;
  name: string;
  groups?: readonly string[];
  amr?: readonly string[];
}

/** Where the product under test is, as the provider is told. */
export interface RelyingParty {
  redirectUri: string;
  signedOutUri?: string;
}

/** A certified OpenID Connect provider on loopback, with a sign-in page of one field. */
export class RealProvider {
  readonly clientId: string;
  readonly clientSecret: string;
  /** `http://127.0.0.1:40123` */
  readonly issuer: string;
  static start(people: readonly ProviderPerson[]): Promise<RealProvider>;
  register(party: RelyingParty): Promise<void>;
  stop(): Promise<void>;
}
