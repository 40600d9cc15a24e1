import {
  constants,
  createHash,
  createPublicKey,
  KeyObject,
  sign,
  verify,
  type BinaryLike,
  type KeyLike,
} from 'node:crypto';
import type { HashAlgorithm, SignatureAlgorithm } from 'xml-crypto';

type Named<T> = Record<string, new () => T>;

/** The algorithms a signature may use. Neither SHA-1 nor HMAC is among ours; only a test may bring its own set. */
export interface Algorithms {
  signatures: Named<SignatureAlgorithm>;
  digests: Named<HashAlgorithm>;
}

/** How a signature is computed: with which kind of key, which hash, which encoding. */
export interface SignatureRecipe {
  uri: string;
  hash: string;
  key: 'rsa' | 'ec';
  padding?: number;
  saltLength?: number;
  dsaEncoding?: 'ieee-p1363';
}

/** One signature algorithm in the form xml-crypto takes. */
export function signatureAlgorithm({ uri, hash, key: kind, ...shape }: SignatureRecipe): new () => SignatureAlgorithm {
  return class implements SignatureAlgorithm {
    getAlgorithmName = (): string => uri;
    getSignature = (text: BinaryLike, key: KeyLike): string =>
      sign(hash, bytes(text), { key, ...shape } as never).toString('base64');
    verifySignature = (text: string, key: KeyLike, value: string): boolean => {
      const publicKey = key instanceof KeyObject ? key : createPublicKey(key);
      // A certificate of another kind must not lend its key to this algorithm.
      if (publicKey.asymmetricKeyType !== kind) return false;
      return verify(hash, bytes(text), { key: publicKey, ...shape }, Buffer.from(value, 'base64'));
    };
  };
}

/** One digest algorithm in the form xml-crypto takes. */
export function digestAlgorithm(uri: string, hash: string): new () => HashAlgorithm {
  return class implements HashAlgorithm {
    getAlgorithmName = (): string => uri;
    getHash = (text: string): string => createHash(hash).update(text, 'utf8').digest('base64');
  };
}

const bytes = (text: BinaryLike): Buffer => Buffer.from(text as string);
const more = (name: string): string => `http://www.w3.org/2001/04/xmldsig-more#${name}`;
const pss = (bits: number): SignatureRecipe => ({
  uri: `http://www.w3.org/2007/05/xmldsig-more#sha${bits}-rsa-MGF1`,
  hash: `sha${bits}`,
  key: 'rsa',
  padding: constants.RSA_PKCS1_PSS_PADDING,
  saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
});
const rsa = (bits: number): SignatureRecipe => ({ uri: more(`rsa-sha${bits}`), hash: `sha${bits}`, key: 'rsa' });
const ecdsa = (bits: number): SignatureRecipe => ({
  uri: more(`ecdsa-sha${bits}`),
  hash: `sha${bits}`,
  key: 'ec',
  dsaEncoding: 'ieee-p1363',
});

const recipes = [256, 384, 512].flatMap((bits) => [rsa(bits), pss(bits), ecdsa(bits)]);
const digests: readonly (readonly [string, string])[] = [
  ['http://www.w3.org/2001/04/xmlenc#sha256', 'sha256'],
  [more('sha384'), 'sha384'],
  // The name several products write instead of the one above.
  ['http://www.w3.org/2001/04/xmlenc#sha384', 'sha384'],
  ['http://www.w3.org/2001/04/xmlenc#sha512', 'sha512'],
];

/** What this house accepts: RSA and ECDSA over SHA-2. */
export const ACCEPTED: Algorithms = {
  signatures: Object.fromEntries(recipes.map((recipe) => [recipe.uri, signatureAlgorithm(recipe)])),
  digests: Object.fromEntries(digests.map(([uri, hash]) => [uri, digestAlgorithm(uri, hash)])),
};
