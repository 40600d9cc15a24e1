export { KeysModule } from './keys.module';
export { KitBook, type PrintedKit } from './kit/kit-book';
export { KitError } from './kit/kit-part';
export { recoverSecrets } from './kit/recover-secrets';
export { RecoveryKits } from './kit/recovery-kits.service';
export { KeyBook } from './key-book.service';
