/** The catalogue: exactly 42 rights, each held per organisation. The number is frozen; the code is the id. */
export const PERMISSIONS = [
  'org.read',
  'org.update',
  'member.read',
  'member.manage',
  'role.manage',
  'contact.write',
  'asset.read',
  'asset.write',
  'asset.delete',
  'network.read',
  'network.write',
  'discovery.run',
  'vault.item.read',
  'vault.item.create',
  'vault.item.update',
  'vault.item.delete',
  'vault.secret.reveal',
  'vault.totp.use',
  'vault.share.create',
  'vault.transfer',
  'vault.policy.manage',
  'doc.read',
  'doc.write',
  'doc.delete',
  'doc.publish',
  'file.upload',
  'ticket.read',
  'ticket.create',
  'ticket.update',
  'ticket.delete',
  'desk.configure',
  'time.write',
  'billing.read',
  'contract.write',
  'invoice.write',
  'monitor.read',
  'monitor.manage',
  'integration.read',
  'integration.manage',
  'apikey.manage',
  'audit.read',
  'audit.export',
] as const;

export type Permission = (typeof PERMISSIONS)[number];

/** What no API key may ever hold: handing out rights, opening secrets, moving the vault, making keys. */
export const NEVER_GRANTABLE: ReadonlySet<Permission> = new Set([
  'member.manage',
  'role.manage',
  'vault.secret.reveal',
  'vault.totp.use',
  'vault.share.create',
  'vault.transfer',
  'vault.policy.manage',
  'apikey.manage',
]);

/** True when the text is one of the 42 codes. */
export const isPermission = (code: string): code is Permission => (PERMISSIONS as readonly string[]).includes(code);
