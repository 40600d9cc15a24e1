import { Injectable } from '@nestjs/common';
import { InjectSettings, publicAddress, type Settings } from '../../../platform/config';

/** Our addresses that a provider is told. */
@Injectable()
export class OidcAddresses {
  constructor(@InjectSettings() private readonly settings: Settings) {}

  /** Where the provider sends people back to; it must know exactly this. */
  redirect(connectionId: string): string {
    return publicAddress(this.settings, `/api/v1/auth/sso/${connectionId}/callback`);
  }

  /** Where the provider tells us that somebody signed out there. */
  backchannelLogout(connectionId: string): string {
    return publicAddress(this.settings, `/api/v1/auth/sso/${connectionId}/backchannel-logout`);
  }

  /** Where people come back to after signing out at the provider. */
  get signedOut(): string {
    return publicAddress(this.settings, '/login');
  }
}
