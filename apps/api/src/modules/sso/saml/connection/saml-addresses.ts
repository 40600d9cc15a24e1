import { Injectable } from '@nestjs/common';
import { InjectSettings, publicAddress, type Settings } from '../../../../platform/config';
import type { OwnAddresses } from '../metadata/own-metadata';

/** Our addresses for one connection. Each connection has its own, so an answer for one is never read as one for another. */
@Injectable()
export class SamlAddresses {
  constructor(@InjectSettings() private readonly settings: Settings) {}

  of(connectionId: string): OwnAddresses {
    const at = (name: string): string => publicAddress(this.settings, `/api/v1/auth/sso/${connectionId}/saml/${name}`);
    return { entityId: at('metadata'), consumerUrl: at('acs'), logoutUrl: at('logout') };
  }
}
