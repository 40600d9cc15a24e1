import { Injectable } from '@nestjs/common';
import { isIP } from 'node:net';
import { InjectSettings, publicAddress, type Settings } from '../../../platform/config';
import { Conflict } from '../../../platform/errors';

const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\]|0\.0\.0\.0|\[::\])$/;

/** Who passkeys are made for: the host of `PUBLIC_URL`, and pages from nowhere else. */
@Injectable()
export class RelyingParty {
  readonly name = 'ClientSt0r';
  /** Where the pages that ask for a passkey come from. */
  readonly origin: string;
  private readonly host: string;

  constructor(@InjectSettings() settings: Settings) {
    const address = new URL(publicAddress(settings, '/'));
    // Browsers make no passkeys for an address without a name; on this machine itself its name is localhost.
    if (!settings.PUBLIC_URL && LOOPBACK.test(address.hostname)) address.hostname = 'localhost';
    this.host = address.hostname;
    this.origin = address.origin;
  }

  /** False where people reach the platform by a bare address. */
  get possible(): boolean {
    return isIP(this.host.replace(/^\[|\]$/g, '')) === 0;
  }

  get id(): string {
    if (this.possible) return this.host;
    throw new Conflict('passkey.no_host_name', {
      detail: 'Passkeys need a host name. An administrator sets PUBLIC_URL to an address with one.',
    });
  }
}
