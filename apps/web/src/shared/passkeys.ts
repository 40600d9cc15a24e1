import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import type { Api } from '@st0r/api-client';
import { api } from './api';

/** What an authenticator answered to a challenge. */
export type PasskeyAnswer = Api<'PasskeyAnswer'>;
type Asked = Api<'PasskeyOptions'>;

/** Asks for an answer: at the sign-in page, or of the person signed in. */
export type Challenge = 'auth/passkeys/challenge' | 'me/passkeys/challenge';

// Only the few who touch a passkey load the code for it.
const kit = () => import('@simplewebauthn/browser');

/** Whether this browser makes passkeys for this address: never for a bare IP address, nor without TLS. */
export function passkeysHere(): boolean {
  const bare = /^[\d.]+$|^\[/.test(location.hostname);
  return typeof PublicKeyCredential === 'function' && !bare && isSecureContext;
}

/** Whether the browser offers passkeys among the names it fills in. */
export async function passkeysFillIn(): Promise<boolean> {
  return passkeysHere() && (await (await kit()).browserSupportsWebAuthnAutofill());
}

/** Has a passkey answer a fresh challenge; nothing when the person thinks better of it. */
export async function askPasskey(from: Challenge, fillIn = false): Promise<PasskeyAnswer | undefined> {
  const { options } = await api.post<Asked>(from);
  const { startAuthentication } = await kit();
  const optionsJSON = options as unknown as PublicKeyCredentialRequestOptionsJSON;
  const given = await unlessDeclined(() => startAuthentication({ optionsJSON, useBrowserAutofill: fillIn }));
  return given && answerOf(given);
}

/** Has a device make a passkey; nothing when the person thinks better of it, or the device holds one already. */
export async function makePasskey(): Promise<Api<'PasskeyMade'> | undefined> {
  const { options } = await api.post<Asked>('me/passkeys/enrolment');
  const { startRegistration } = await kit();
  const optionsJSON = options as unknown as PublicKeyCredentialCreationOptionsJSON;
  const made = await unlessDeclined(() => startRegistration({ optionsJSON }));
  if (!made) return undefined;
  const { clientDataJSON, attestationObject, transports } = made.response;
  return { id: made.id, clientDataJSON, attestationObject, transports: transports ?? [] };
}

function answerOf({ id, response }: AuthenticationResponseJSON): PasskeyAnswer {
  const { clientDataJSON, authenticatorData, signature, userHandle } = response;
  return { id, clientDataJSON, authenticatorData, signature, userHandle: userHandle ?? null };
}

/** Browsers do not say whether somebody pressed Cancel, had no passkey or waited too long, and neither do we. */
const DECLINED = new Set(['NotAllowedError', 'AbortError', 'InvalidStateError']);

async function unlessDeclined<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && DECLINED.has(error.name)) return undefined;
    throw error;
  }
}
