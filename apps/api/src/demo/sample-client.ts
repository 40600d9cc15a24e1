/** What the sample clients hold: invented people and places, real-world models. Passwords are made at load time. */
export interface SampleClient {
  organisation: {
    name: string;
    type: string;
    legalName: string;
    city: string;
    country: string;
    phone: string;
    website: string;
    readMeFirst: string;
    tags: string[];
  };
  sites: {
    name: string;
    type: string;
    street: string;
    postalCode: string;
    city: string;
    country: string;
    timeZone: string;
  }[];
  contacts: {
    firstName: string;
    lastName: string;
    title: string;
    email: string;
    phone: string;
    primary?: boolean;
    billing?: boolean;
    technical?: boolean;
  }[];
  assets: SampleAsset[];
  credentials: SampleCredential[];
}

/** An asset by the model it is of. */
export interface SampleAsset {
  name: string;
  type: string;
  model: string;
  serial: string;
  hostname?: string;
  mac?: string;
  ip?: string;
  os?: string;
  warrantyEndsOn: string;
}

/** How old or weak a sample secret is, so that the health page has something to say. */
export interface SampleCredential {
  name: string;
  type: string;
  folder: string;
  username: string;
  url?: string;
  secret: 'strong' | 'weak' | 'reused';
  /** Days since the password last changed; today when left out. */
  ageDays?: number;
  totp?: boolean;
  links?: string;
  expiresOn?: string;
}
