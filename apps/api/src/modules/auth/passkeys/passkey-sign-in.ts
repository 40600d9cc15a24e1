import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Entrance, type NextStep } from '../sign-in/entrance';
import { SignInPeople } from '../sign-in/sign-in-people';
import { SignInTrail } from '../sign-in/sign-in-trail';
import { PasskeyProofs, passkeyRefused } from './passkey-proofs';
import type { PasskeyAnswerDto } from './passkey.dto';

/** Signing in with a passkey alone: the device and the person's PIN, finger or face are two factors in one. */
@Injectable()
export class PasskeySignIn {
  constructor(
    private readonly proofs: PasskeyProofs,
    private readonly people: SignInPeople,
    private readonly entrance: Entrance,
    private readonly trail: SignInTrail,
  ) {}

  /** No guessing is slowed down here, because there is nothing to guess: strangers cannot lock anybody out. */
  async enter(answer: PasskeyAnswerDto, reply: FastifyReply): Promise<NextStep> {
    const { userId } = await this.proofs.require(answer, 'sign_in');
    const person = await this.people.byId(userId);
    // Where an organisation signs in through its connection, a passkey of ours is no way around it.
    const closed = await this.people.passwordClosed(person?.email ?? '', person);
    if (person?.state !== 'active' || closed) {
      await this.trail.failed(person, '', closed ? 'password_closed' : 'passkey_of_inactive');
      throw passkeyRefused();
    }
    return this.entrance.open(person, { amr: ['passkey', 'mfa'] }, reply);
  }
}
