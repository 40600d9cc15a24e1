/* Generated from permissions.lock.json. Do not edit. */
/** Permissions some route asks for. */
export type UsedPermission =
  | 'apikey.manage'
  | 'asset.delete'
  | 'asset.read'
  | 'asset.write'
  | 'audit.export'
  | 'audit.read'
  | 'contact.write'
  | 'discovery.run'
  | 'member.manage'
  | 'member.read'
  | 'network.read'
  | 'org.read'
  | 'org.update'
  | 'role.manage'
  | 'vault.item.create'
  | 'vault.item.delete'
  | 'vault.item.read'
  | 'vault.item.update'
  | 'vault.secret.reveal'
  | 'vault.totp.use'
  | 'vault.transfer';
