export { AuthModule } from './auth.module';
export { AccessToken } from './sessions/access-token';
export { SignInSettings } from './sign-in/sign-in-settings';
export { SessionStore } from './sessions/session-store';
export { Passwords } from './passwords/passwords';
export { Totp } from './totp/totp';
export { Setup } from './setup/setup.service';
export { FirstOrganisation } from './setup/first-organisation';
