import type { FieldName } from '@st0r/crypto';

/** I: an identifier, readable with the entry. S: a secret, leaves by an audited act only. */
export type FieldClass = 'I' | 'S';

/** One sealed field: its class and the most characters it takes. */
export interface FieldRule {
  readonly class: FieldClass;
  readonly max: number;
}

const identifier = (max = 255): FieldRule => ({ class: 'I', max });
const secret = (max = 1000): FieldRule => ({ class: 'S', max });

/** Every field a credential may have. Notes are secrets: people write passwords into them. */
export const FIELD_RULES = {
  username: identifier(),
  url: identifier(2000),
  password: secret(),
  'totp-seed': secret(2000),
  notes: secret(50_000),
  'backup-codes': secret(5000),
  'api-key': secret(5000),
  'api-secret': secret(5000),
  'api-endpoint': identifier(2000),
  'card-holder': identifier(),
  'card-number': secret(40),
  'card-expiry': identifier(10),
  'card-security-code': secret(10),
  'card-pin': secret(20),
  'card-brand': identifier(40),
  'database-type': identifier(40),
  'database-host': identifier(),
  'database-port': identifier(10),
  'database-name': identifier(),
  'connection-string': secret(5000),
  'email-address': identifier(),
  'email-server': identifier(),
  'email-port': identifier(10),
  'email-protocol': identifier(20),
  'ftp-host': identifier(),
  'ftp-port': identifier(10),
  'ftp-protocol': identifier(20),
  'server-host': identifier(),
  'server-port': identifier(10),
  'server-os': identifier(),
  'device-host': identifier(),
  'device-port': identifier(10),
  'device-protocol': identifier(20),
  'enable-secret': secret(),
  'snmp-community': secret(),
  'otp-issuer': identifier(),
  'otp-account': identifier(),
  'license-key': secret(20_000),
  'licensed-to': identifier(),
  'license-version': identifier(60),
  'license-seats': identifier(20),
  'license-email': identifier(),
  'ssh-host': identifier(),
  'ssh-port': identifier(10),
  'private-key': secret(50_000),
  'public-key': identifier(20_000),
  'key-passphrase': secret(),
  'vpn-server': identifier(),
  'vpn-type': identifier(40),
  'pre-shared-key': secret(),
  'vpn-group': identifier(),
  'vpn-configuration': secret(100_000),
  ssid: identifier(),
  'wifi-security': identifier(40),
  'wifi-hidden': identifier(10),
  domain: identifier(),
  'domain-controller': identifier(),
} as const satisfies Partial<Record<FieldName, FieldRule>>;

/** Tag of a field a credential may have. */
export type CredentialField = keyof typeof FIELD_RULES;

const EVERYWHERE: readonly CredentialField[] = ['username', 'url', 'password', 'totp-seed', 'notes', 'backup-codes'];

/** The fifteen kinds of credential, and what each has beside user name, address, password, seed, codes and notes. */
const TYPE_FIELDS = {
  website: [],
  server: ['server-host', 'server-port', 'server-os'],
  network_device: ['device-host', 'device-port', 'device-protocol', 'enable-secret', 'snmp-community'],
  windows_ad: ['domain', 'domain-controller'],
  database: ['database-type', 'database-host', 'database-port', 'database-name', 'connection-string'],
  email: ['email-address', 'email-server', 'email-port', 'email-protocol'],
  ftp: ['ftp-host', 'ftp-port', 'ftp-protocol'],
  ssh_key: ['ssh-host', 'ssh-port', 'private-key', 'public-key', 'key-passphrase'],
  vpn: ['vpn-server', 'vpn-type', 'pre-shared-key', 'vpn-group', 'vpn-configuration'],
  wifi: ['ssid', 'wifi-security', 'wifi-hidden'],
  api_key: ['api-key', 'api-secret', 'api-endpoint'],
  software_license: ['license-key', 'licensed-to', 'license-version', 'license-seats', 'license-email'],
  credit_card: ['card-holder', 'card-number', 'card-expiry', 'card-security-code', 'card-pin', 'card-brand'],
  otp: ['otp-issuer', 'otp-account'],
  other: [],
} as const satisfies Record<string, readonly CredentialField[]>;

export type CredentialType = keyof typeof TYPE_FIELDS;
export const CREDENTIAL_TYPES = Object.keys(TYPE_FIELDS) as CredentialType[];
export const CREDENTIAL_FIELDS = Object.keys(FIELD_RULES) as CredentialField[];

/** Whether a credential of this type has this field. */
export function fits(type: string, field: CredentialField): boolean {
  const own: readonly CredentialField[] = TYPE_FIELDS[type as CredentialType] ?? [];
  return EVERYWHERE.includes(field) || own.includes(field);
}

/** `totp-seed` -> `totpSeed`, as bodies and addresses spell it. */
export const spelled = (field: CredentialField): string =>
  field.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

const byName = new Map(CREDENTIAL_FIELDS.map((field) => [spelled(field), field]));

/** The field an address or body names; undefined for none of ours. */
export const fieldNamed = (name: string): CredentialField | undefined => byName.get(name);

/** Names of the fields of a class. */
export const fieldsOfClass = (wanted: FieldClass): CredentialField[] =>
  CREDENTIAL_FIELDS.filter((field) => FIELD_RULES[field].class === wanted);
