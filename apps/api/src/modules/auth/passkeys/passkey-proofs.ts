import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../platform/errors';
import { SignInTrail } from '../sign-in/sign-in-trail';
import { PasskeyChallenges, type ChallengePurpose } from './passkey-challenges';
import { clientDataOf, uuidOf } from './passkey-parts';
import { PasskeyStore, type PasskeyRow } from './passkey-store';
import type { PasskeyAnswerDto } from './passkey.dto';
import { RelyingParty } from './relying-party';

/** Checks what an authenticator answered. Every refusal is the same sentence; the reason stands in the event. */
@Injectable()
export class PasskeyProofs {
  constructor(
    private readonly party: RelyingParty,
    private readonly challenges: PasskeyChallenges,
    private readonly store: PasskeyStore,
    private readonly trail: SignInTrail,
  ) {}

  /** The passkey that answered; `userId` where only one person's will do. */
  async require(answer: PasskeyAnswerDto, purpose: ChallengePurpose, userId?: string): Promise<PasskeyRow> {
    const passkey = await this.store.byCredential(Buffer.from(answer.id, 'base64url'));
    const reason = await this.faultOf(answer, purpose, passkey);
    if (reason) return this.refuse(reason, passkey);
    if (!passkey || (userId && passkey.userId !== userId)) return this.refuse('passkey_of_other', passkey);
    return passkey;
  }

  private async faultOf(
    answer: PasskeyAnswerDto,
    purpose: ChallengePurpose,
    passkey: PasskeyRow | undefined,
  ): Promise<string | undefined> {
    const { challenge } = clientDataOf(answer.clientDataJSON);
    if (!(await this.challenges.spend(Buffer.from(challenge, 'base64url'), purpose))) return 'passkey_challenge';
    if (!passkey) return 'passkey_unknown';
    if (answer.userHandle && uuidOf(answer.userHandle) !== passkey.userId) return 'passkey_of_other';
    const counter = await this.signedCounter(answer, challenge, passkey);
    if (typeof counter === 'string') return counter;
    return (await this.store.used(passkey.id, counter)) ? undefined : this.cloned(passkey);
  }

  /** The counter the authenticator signed, or why its answer counts for nothing. */
  private async signedCounter(
    { id, clientDataJSON, authenticatorData, signature }: PasskeyAnswerDto,
    challenge: string,
    passkey: PasskeyRow,
  ): Promise<number | string> {
    const type = 'public-key' as const;
    const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
    try {
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response: {
          ...{ id, rawId: id, type, clientExtensionResults: {} },
          response: { clientDataJSON, authenticatorData, signature },
        },
        expectedChallenge: challenge,
        expectedOrigin: this.party.origin,
        expectedRPID: this.party.id,
        requireUserVerification: true,
        // The library looks at the counter before it looks at the signature: anybody could raise the alarm. The store
        // compares it afterwards, in one statement.
        credential: { id, publicKey: new Uint8Array(passkey.publicKey), counter: 0 },
      });
      return verified ? authenticationInfo.newCounter : 'passkey_signature';
    } catch (error) {
      if (error instanceof DomainError) throw error;
      return faultIn(error);
    }
  }

  private async cloned(passkey: PasskeyRow): Promise<string> {
    await this.trail.note('user.passkey_cloned', passkey.userId, { passkey: passkey.name });
    return 'passkey_cloned';
  }

  private async refuse(reason: string, passkey: PasskeyRow | undefined): Promise<never> {
    await this.trail.failed(passkey && { id: passkey.userId, name: '' }, '', reason);
    throw passkeyRefused();
  }
}

/** The one answer, whatever was wrong. */
export const passkeyRefused = (): DomainError =>
  new DomainError('Forbidden', 'passkey.refused', {
    status: 401,
    detail: 'This passkey was not accepted. Try again, or use another way.',
  });

/** The library says in English what is wrong; the event keeps one word. */
function faultIn(error: unknown): string {
  const text = error instanceof Error ? error.message : '';
  if (/origin/i.test(text)) return 'passkey_origin';
  if (/RP ID/i.test(text)) return 'passkey_host';
  if (/user verification|not present/i.test(text)) return 'passkey_unverified';
  return 'passkey_malformed';
}
