/**
 * Numbers that are authenticated inside every sealed value. They are stored nowhere else, so a number is given once:
 * never change one, never hand a retired one to something new. `fixtures/tags.json` holds the promise.
 */

/** What a key may be used for; 1 to 15 belong to one organisation, 16 and up to the installation. */
export const PURPOSE = Object.freeze({
  vault: 1,
  file: 2,
  integ: 3,
  idx: 4,
  'share-meta': 5,
  'user-totp': 16,
  sso: 17,
  smtp: 18,
  'jwt-sign': 19,
  'audit-mac': 20,
  pepper: 21,
  'audit-sign': 22,
  webhook: 23,
  job: 32,
});

/** Kinds of record that own sealed values. */
export const RECORD_TYPE = Object.freeze({
  credential: 1,
  'credential-version': 2,
  'user-totp': 3,
  file: 4,
  share: 5,
  integration: 6,
  'sso-connection': 7,
  'mail-settings': 8,
  'signing-key': 9,
  webhook: 10,
  asset: 11,
  document: 12,
  canary: 13,
  job: 32,
});

/** Fields that are sealed, over all kinds of record. */
export const FIELD = Object.freeze({
  // every credential
  password: 1,
  username: 2,
  url: 3,
  notes: 4,
  'totp-seed': 5,
  'custom-fields': 6,
  'backup-codes': 7,
  // api_key
  'api-key': 16,
  'api-secret': 17,
  'api-endpoint': 18,
  // credit_card
  'card-holder': 24,
  'card-number': 25,
  'card-expiry': 26,
  'card-security-code': 27,
  'card-pin': 28,
  'card-brand': 29,
  // database
  'database-type': 40,
  'database-host': 41,
  'database-port': 42,
  'database-name': 43,
  'connection-string': 44,
  // email
  'email-address': 56,
  'email-server': 57,
  'email-port': 58,
  'email-protocol': 59,
  // ftp, server, network_device
  'ftp-host': 72,
  'ftp-port': 73,
  'ftp-protocol': 74,
  'server-host': 80,
  'server-port': 81,
  'server-os': 82,
  'device-host': 88,
  'device-port': 89,
  'enable-secret': 90,
  'snmp-community': 91,
  'device-protocol': 92,
  // otp
  'otp-issuer': 104,
  'otp-account': 105,
  // software_license
  'license-key': 112,
  'licensed-to': 113,
  'license-version': 114,
  'license-seats': 115,
  'license-email': 116,
  // ssh_key
  'ssh-host': 128,
  'ssh-port': 129,
  'private-key': 130,
  'public-key': 131,
  'key-passphrase': 132,
  // vpn
  'vpn-server': 144,
  'vpn-type': 145,
  'pre-shared-key': 146,
  'vpn-group': 147,
  'vpn-configuration': 148,
  // wifi
  ssid: 160,
  'wifi-security': 161,
  'wifi-hidden': 162,
  // windows_ad
  domain: 176,
  'domain-controller': 177,
  // other records
  'file-key': 512,
  'client-secret': 513,
  'access-token': 514,
  'refresh-token': 515,
  'bind-password': 516,
  'smtp-password': 517,
  'signing-key': 518,
  'webhook-secret': 519,
  label: 520,
  body: 521,
  canary: 522,
  'job-input': 560,
});

/** Name of a key's purpose. */
export type Purpose = keyof typeof PURPOSE;
/** Name of a kind of record that owns sealed values. */
export type RecordType = keyof typeof RECORD_TYPE;
/** Name of a sealed field. */
export type FieldName = keyof typeof FIELD;

/** Stands in for the organisation of keys that belong to the whole installation. */
export const PLATFORM_ORGANISATION = '00000000-0000-0000-0000-000000000000';
