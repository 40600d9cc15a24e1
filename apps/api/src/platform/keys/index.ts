export { PlatformDataKey } from './platform-data-key';
export { PlatformKeys } from './platform-keys';
export { SealedError, createSecrets, readSecret } from './secret-files';
