import type { SignInConnectionEntity } from '../connections/sign-in-connection.entity';
import type { ExternalProof } from './external-proof';

/** The provider's word for a second factor, where it is trusted and says one of the accepted words. */
export function provesMfa(
  { mfaTrusted, mfaAmr, mfaAcr }: SignInConnectionEntity,
  { amr, acr }: ExternalProof,
): boolean {
  return mfaTrusted && (amr.some((one) => mfaAmr.includes(one)) || acr.some((one) => mfaAcr.includes(one)));
}
