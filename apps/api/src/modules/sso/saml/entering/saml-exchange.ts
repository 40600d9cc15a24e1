import { Injectable } from '@nestjs/common';
import { createPrivateKey, createPublicKey } from 'node:crypto';
import type { SignInConnectionEntity } from '../../connections/sign-in-connection.entity';
import { OneUse } from '../../entering/one-use';
import type { ClaimedAttempt, StartedAttempt } from '../../entering/sign-in-attempts';
import type { Returned } from '../../entering/sign-in-returns';
import { SamlAddresses } from '../connection/saml-addresses';
import { certificatesOf, signOnOf, type SamlSettings } from '../connection/saml-config';
import { SamlKeys } from '../keys/saml-keys';
import { SamlRefusal } from '../refusal';
import { signInRequest, type Outgoing, type Sender } from '../requests/request.builder';
import type { ResponseExpectation } from '../response/response.expectation';
import { verifyResponse } from '../response/response.verifier';
import { claimsOf, proofOf } from './saml-proof';

/** A request that asks the provider to see the person again has an id of its own, so its answer proves that it was asked. */
const REQUEST = { once: 'request', afresh: 'request afresh' } as const;

type Values = Pick<StartedAttempt, 'value'>;
const requestId = ({ value }: Values, afresh: boolean): string => `_${value(afresh ? REQUEST.afresh : REQUEST.once)}`;

/** One question to a provider, and its answer. */
@Injectable()
export class SamlExchange {
  constructor(
    private readonly own: SamlAddresses,
    private readonly keys: SamlKeys,
    private readonly oneUse: OneUse,
  ) {}

  /** The signed question of an attempt. */
  async ask(connection: SignInConnectionEntity, attempt: Values, afresh: boolean): Promise<Outgoing> {
    const settings = settingsOf(connection);
    const request = { id: requestId(attempt, afresh), relayState: attempt.value('state'), repeated: afresh };
    return signInRequest(await this.sender(connection.id), signOnOf(settings), request);
  }

  /**
   * Believes the answer to an attempt, or to nobody where the provider may begin. `answers` is what the message says it
   * answers: it only chooses which of our two requests must be meant, and the signed message is held against that.
   */
  async finish(
    connection: SignInConnectionEntity,
    { posted, answers }: { posted: string | undefined; answers: string | null },
    attempt?: ClaimedAttempt,
  ): Promise<Returned> {
    const settings = settingsOf(connection);
    const expected = await this.expectation(connection, settings);
    const assertion = verifyResponse(posted, { ...expected, ...requestOf(attempt, answers) });
    const first = await this.oneUse.claim(`saml ${connection.id}`, assertion.id, assertion.rememberUntil);
    if (!first) throw new SamlRefusal('assertion.replayed');
    return { proof: proofOf(settings, assertion), claims: claimsOf(assertion) };
  }

  /** Us, as messages to this provider name us. */
  async sender(connectionId: string): Promise<Sender> {
    return { ...this.own.of(connectionId), key: await this.keys.of('signing') };
  }

  private async expectation(
    { id }: SignInConnectionEntity,
    settings: SamlSettings,
  ): Promise<Omit<ResponseExpectation, 'requestId'>> {
    const { entityId, consumerUrl } = this.own.of(id);
    return {
      issuer: settings.entityId ?? '',
      trust: trustOf(settings),
      audience: entityId,
      consumerUrl,
      assertionSignature: settings.assertionSignature,
      decryptionKeys: [createPrivateKey((await this.keys.of('encryption')).privateKey)],
      now: new Date(),
    };
  }
}

/** The pinned keys of a connection; what was removed is gone with the next message. */
export const trustOf = (settings: SamlSettings): ResponseExpectation['trust'] => ({
  keys: certificatesOf(settings, new Date())
    .filter(({ trouble }) => trouble !== 'weak')
    .map(({ pem }) => createPublicKey(pem)),
});

export const settingsOf = ({ config }: Pick<SignInConnectionEntity, 'config'>): SamlSettings =>
  config as unknown as SamlSettings;

function requestOf(
  attempt: ClaimedAttempt | undefined,
  answers: string | null,
): Pick<ResponseExpectation, 'requestId' | 'repeatedSince'> {
  if (!attempt) return { requestId: null };
  const afresh = attempt.purpose === 'step_up' || answers === requestId(attempt, true);
  return { requestId: requestId(attempt, afresh), ...(afresh ? { repeatedSince: attempt.createdAt } : {}) };
}
