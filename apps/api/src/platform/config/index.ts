import { Inject } from '@nestjs/common';
export {
  SECRET_SETTINGS,
  SETTINGS,
  SettingsError,
  databaseAccount,
  publicAddress,
  readSettings,
  type DatabaseAccount,
  type Settings,
} from './settings';

export { madeAt, outOfTime, readKeepRules, surplus } from './keep-rules';

/** Token of the checked settings. */
export const SETTINGS_TOKEN = Symbol('settings');

/** Injects the checked settings of this process. */
export const InjectSettings = (): ParameterDecorator => Inject(SETTINGS_TOKEN) as ParameterDecorator;
export { readBreachPlace } from './breach-place';
