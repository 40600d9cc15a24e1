import { Inject } from '@nestjs/common';
export { SECRET_SETTINGS, SETTINGS, SettingsError, publicAddress, readSettings, type Settings } from './settings';
export { databaseAccount, type DatabaseAccount } from './database-account';
export { hostWords, withSchema, type DatabaseHost } from './database-hosts';
export { readBackupPlace, type BackupPlace, type S3Place, type SftpPlace } from './backup-place';
export { readBreachPlace } from './breach-place';
export { madeAt, outOfTime, readKeepRules, surplus } from './keep-rules';

/** Token of the checked settings. */
export const SETTINGS_TOKEN = Symbol('settings');

/** Injects the checked settings of this process. */
export const InjectSettings = (): ParameterDecorator => Inject(SETTINGS_TOKEN) as ParameterDecorator;
