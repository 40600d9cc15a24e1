import { Injectable } from '@nestjs/common';
import type { VerifiedRegistrationResponse } from '@simplewebauthn/server';
import { RequestContext } from '../../../platform/context';
import { Conflict, Invalid } from '../../../platform/errors';
import { PasskeyChallenges } from './passkey-challenges';
import { ALGORITHMS, clientDataOf } from './passkey-parts';
import { PasskeyStore } from './passkey-store';
import type { PasskeyAdditionDto, PasskeyMadeDto } from './passkey.dto';
import { RelyingParty } from './relying-party';

/** More than anybody has devices. */
const MOST = 20;
type Made = NonNullable<VerifiedRegistrationResponse['registrationInfo']>;

/** Takes in a passkey an authenticator has just made for us. */
@Injectable()
export class PasskeyEnrolment {
  constructor(
    private readonly party: RelyingParty,
    private readonly challenges: PasskeyChallenges,
    private readonly store: PasskeyStore,
    private readonly context: RequestContext,
  ) {}

  /** Answers the id of the new passkey. */
  async add({ name, made }: PasskeyAdditionDto): Promise<string> {
    const userId = this.context.actor.id;
    const { credential, credentialBackedUp } = await this.verified(made);
    await this.store.hold(userId);
    if ((await this.store.count(userId)) >= MOST)
      throw new Conflict('passkey.too_many', { detail: `An account has at most ${MOST} passkeys. Remove one first.` });
    const id = await this.store.add({
      ...{ userId, name, counter: credential.counter, synced: credentialBackedUp },
      credentialId: Buffer.from(credential.id, 'base64url'),
      publicKey: Buffer.from(credential.publicKey),
      transports: made.transports ?? [],
    });
    if (!id) throw new Conflict('passkey.taken', { detail: 'This passkey belongs to an account already.' });
    return id;
  }

  private async verified({ id, clientDataJSON, attestationObject }: PasskeyMadeDto): Promise<Made> {
    const { challenge } = clientDataOf(clientDataJSON);
    const ours = await this.challenges.spend(
      Buffer.from(challenge, 'base64url'),
      `enrol ${this.context.actor.session?.id ?? ''}`,
    );
    if (!ours) throw refused('The request has run out or was answered before. Start again.');
    const type = 'public-key' as const;
    const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
    const result = await verifyRegistrationResponse({
      response: {
        ...{ id, rawId: id, type, clientExtensionResults: {} },
        response: { clientDataJSON, attestationObject },
      },
      expectedChallenge: challenge,
      expectedOrigin: this.party.origin,
      expectedRPID: this.party.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: [...ALGORITHMS],
    }).catch(() => undefined);
    if (!result?.registrationInfo)
      throw refused('The device did not make a passkey for this address, or did not check who you are.');
    return result.registrationInfo;
  }
}

const refused = (detail: string): Invalid => Invalid.field('/made', 'refused', detail);
