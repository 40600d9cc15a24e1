import { Injectable } from '@nestjs/common';
import { SamlKeys } from '../keys/saml-keys';
import { ownMetadata } from '../metadata/own-metadata';
import { SamlAddresses } from './saml-addresses';
import { SamlConnections } from './saml-connections';

/** Our side of a connection, as its provider wants to read it. */
@Injectable()
export class OwnMetadata {
  constructor(
    private readonly connections: SamlConnections,
    private readonly addresses: SamlAddresses,
    private readonly keys: SamlKeys,
  ) {}

  async of(connectionId: string): Promise<string> {
    const { id } = await this.connections.get(connectionId);
    const [signing, encryption] = [await this.keys.of('signing'), await this.keys.of('encryption')];
    return ownMetadata(this.addresses.of(id), {
      signing: signing.certificate,
      encryption: encryption.certificate,
    });
  }
}
