import { Injectable } from '@nestjs/common';
import { RequestContext } from '../../../platform/context';
import { Repositories } from '../../../platform/database';
import { UserEntity } from '../../access';
import { PasskeyChallenges } from './passkey-challenges';
import { ALGORITHMS, userHandleOf } from './passkey-parts';
import { PasskeyStore, type PasskeyRow } from './passkey-store';
import type { PasskeyOptionsDto } from './passkey.dto';
import { RelyingParty } from './relying-party';

const LIVES_MS = 300_000;

/** What a browser is asked to ask an authenticator. The person is always verified: by PIN, finger or face. */
@Injectable()
export class PasskeyAsking {
  constructor(
    private readonly party: RelyingParty,
    private readonly challenges: PasskeyChallenges,
    private readonly store: PasskeyStore,
    private readonly repositories: Repositories,
    private readonly context: RequestContext,
  ) {}

  /** For whoever comes: the authenticator knows who they are. */
  async signIn(): Promise<PasskeyOptionsDto> {
    return this.request(this.challenges.make('sign_in'), []);
  }

  /** For the person signed in, in this session. */
  async prove(): Promise<PasskeyOptionsDto> {
    const { actor } = this.context;
    const challenge = this.challenges.make(`prove ${actor.session?.id ?? ''}`);
    return this.request(challenge, await this.store.ofUser(actor.id));
  }

  /** For a new passkey of the person signed in; authenticators that hold one already decline. */
  async enrol(): Promise<PasskeyOptionsDto> {
    const { actor } = this.context;
    const { name, email } = await this.repositories.house(UserEntity).get(actor.id);
    const { generateRegistrationOptions } = await import('@simplewebauthn/server');
    const options = await generateRegistrationOptions({
      rpName: this.party.name,
      rpID: this.party.id,
      userID: userHandleOf(actor.id),
      userName: email,
      userDisplayName: name,
      challenge: new Uint8Array(this.challenges.make(`enrol ${actor.session?.id ?? ''}`)),
      timeout: LIVES_MS,
      attestationType: 'none',
      excludeCredentials: (await this.store.ofUser(actor.id)).map(descriptorOf),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      supportedAlgorithmIDs: [...ALGORITHMS],
    });
    return { options: { ...options } };
  }

  private async request(challenge: Buffer, passkeys: readonly PasskeyRow[]): Promise<PasskeyOptionsDto> {
    const { generateAuthenticationOptions } = await import('@simplewebauthn/server');
    const options = await generateAuthenticationOptions({
      rpID: this.party.id,
      challenge: new Uint8Array(challenge),
      timeout: LIVES_MS,
      userVerification: 'required',
      allowCredentials: passkeys.map(descriptorOf),
    });
    return { options: { ...options } };
  }
}

function descriptorOf({ credentialId, transports }: PasskeyRow): { id: string; transports: string[] } {
  return { id: credentialId.toString('base64url'), transports: JSON.parse(transports) as string[] };
}
