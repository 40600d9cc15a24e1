import type { Api } from '@st0r/api-client';
import type { IconName } from '@st0r/ui';

export type Credential = Api<'Credential'>;
export type CredentialType = Credential['type'];

/** How a field is asked for: one line, several lines, or a secret of one or several lines. */
export type FieldLook = 'line' | 'lines' | 'secret' | 'secretLines' | 'seed';
type FieldFacts = { label: string; look: FieldLook };

const line = (label: string): FieldFacts => ({ label, look: 'line' });
const secret = (label: string): FieldFacts => ({ label, look: 'secret' });
const secretLines = (label: string): FieldFacts => ({ label, look: 'secretLines' });

/** Every field of the vault, by the name bodies use. */
export const FIELDS: Readonly<Record<string, FieldFacts>> = {
  username: line('User name'),
  url: line('Address'),
  password: secret('Password'),
  totpSeed: { label: 'One-time code key', look: 'seed' },
  notes: secretLines('Notes'),
  backupCodes: secretLines('Backup codes'),
  apiKey: secret('API key'),
  apiSecret: secret('API secret'),
  apiEndpoint: line('API address'),
  cardHolder: line('Card holder'),
  cardNumber: secret('Card number'),
  cardExpiry: line('Valid until'),
  cardSecurityCode: secret('Security code'),
  cardPin: secret('PIN'),
  cardBrand: line('Brand'),
  databaseType: line('Kind of database'),
  databaseHost: line('Host'),
  databasePort: line('Port'),
  databaseName: line('Database'),
  connectionString: secretLines('Connection string'),
  emailAddress: line('E-mail address'),
  emailServer: line('Mail server'),
  emailPort: line('Port'),
  emailProtocol: line('Protocol'),
  ftpHost: line('Host'),
  ftpPort: line('Port'),
  ftpProtocol: line('Protocol'),
  serverHost: line('Host'),
  serverPort: line('Port'),
  serverOs: line('Operating system'),
  deviceHost: line('Host'),
  devicePort: line('Port'),
  deviceProtocol: line('Protocol'),
  enableSecret: secret('Enable secret'),
  snmpCommunity: secret('SNMP community'),
  licenseKey: secretLines('Licence key'),
  licensedTo: line('Licensed to'),
  licenseVersion: line('Version'),
  licenseSeats: line('Seats'),
  licenseEmail: line('Registered e-mail'),
  sshHost: line('Host'),
  sshPort: line('Port'),
  privateKey: secretLines('Private key'),
  publicKey: { label: 'Public key', look: 'lines' },
  keyPassphrase: secret('Passphrase of the key'),
  vpnServer: line('Server'),
  vpnType: line('Kind of VPN'),
  preSharedKey: secret('Pre-shared key'),
  vpnGroup: line('Group'),
  vpnConfiguration: secretLines('Configuration'),
  ssid: line('Network name'),
  wifiSecurity: line('Security'),
  wifiHidden: line('Hidden network'),
  domain: line('Domain'),
  domainController: line('Domain controller'),
  otpIssuer: line('Issuer'),
  otpAccount: line('Account'),
};

type TypeFacts = { label: string; icon: IconName; own: readonly string[] };

/** The fifteen types: their words, their icon, and what each has beside the fields all have. */
export const TYPES: Readonly<Record<string, TypeFacts>> = {
  website: { label: 'Website', icon: 'globe2', own: [] },
  server: { label: 'Server', icon: 'hdd-rack', own: ['serverHost', 'serverPort', 'serverOs'] },
  network_device: {
    label: 'Network device',
    icon: 'router',
    own: ['deviceHost', 'devicePort', 'deviceProtocol', 'enableSecret', 'snmpCommunity'],
  },
  windows_ad: { label: 'Windows domain', icon: 'windows', own: ['domain', 'domainController'] },
  database: {
    label: 'Database',
    icon: 'database',
    own: ['databaseType', 'databaseHost', 'databasePort', 'databaseName', 'connectionString'],
  },
  email: {
    label: 'E-mail account',
    icon: 'envelope',
    own: ['emailAddress', 'emailServer', 'emailPort', 'emailProtocol'],
  },
  ftp: { label: 'File transfer', icon: 'folder-symlink', own: ['ftpHost', 'ftpPort', 'ftpProtocol'] },
  ssh_key: {
    label: 'SSH key',
    icon: 'terminal',
    own: ['sshHost', 'sshPort', 'privateKey', 'publicKey', 'keyPassphrase'],
  },
  vpn: {
    label: 'VPN',
    icon: 'shield-lock',
    own: ['vpnServer', 'vpnType', 'preSharedKey', 'vpnGroup', 'vpnConfiguration'],
  },
  wifi: { label: 'Wi-Fi', icon: 'wifi', own: ['ssid', 'wifiSecurity', 'wifiHidden'] },
  api_key: { label: 'API key', icon: 'braces', own: ['apiKey', 'apiSecret', 'apiEndpoint'] },
  software_license: {
    label: 'Software licence',
    icon: 'patch-check',
    own: ['licenseKey', 'licensedTo', 'licenseVersion', 'licenseSeats', 'licenseEmail'],
  },
  credit_card: {
    label: 'Payment card',
    icon: 'credit-card',
    own: ['cardHolder', 'cardNumber', 'cardExpiry', 'cardSecurityCode', 'cardPin', 'cardBrand'],
  },
  otp: { label: 'One-time codes only', icon: 'clock', own: ['otpIssuer', 'otpAccount'] },
  other: { label: 'Other', icon: 'key', own: [] },
};

/** Fields of a type in the order the form and the record draw them. */
export function fieldsOf(type: string): string[] {
  return ['username', 'password', 'url', ...(TYPES[type]?.own ?? []), 'totpSeed', 'backupCodes', 'notes'];
}

/** The words of a field; its own name where we have none. */
export const labelOf = (field: string): string => FIELDS[field]?.label ?? field;

/** Whether the value never comes with the record. */
export const isSecret = (field: string): boolean => /^(secret|seed)/.test(FIELDS[field]?.look ?? 'secret');

/** Host of an address a person typed, with or without its scheme; undefined when it is none. */
export function hostOf(url: string | null | undefined): string | undefined {
  return siteOf(url)?.host;
}

/** The address as a link; only web addresses, because others could run something. */
export function siteOf(url: string | null | undefined): URL | undefined {
  if (!url) return undefined;
  const text = /^[a-z][a-z0-9+.-]*:/i.test(url) && !/^[^/]+:\d/.test(url) ? url : `https://${url}`;
  const site = URL.canParse(text) ? new URL(text) : undefined;
  return site && /^https?:$/.test(site.protocol) ? site : undefined;
}

/** Values of the readable fields, whatever the contract calls them. */
export const valuesOf = (credential: Pick<Credential, 'fields'>): Readonly<Record<string, string | null>> =>
  credential.fields as Record<string, string | null>;

/** Whether the record holds this secret. */
export const holds = (credential: Pick<Credential, 'secrets'>, field: string): boolean =>
  credential.secrets.some((fact) => fact.field === field);
