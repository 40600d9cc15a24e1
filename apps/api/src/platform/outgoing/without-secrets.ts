const HIDDEN = '[secret]';
/** Shorter ones are found in ordinary words; hiding them would make a message unreadable and tell how it was spelled. */
const SHORTEST = 4;

/**
 * A text of another system without our secrets, in whatever spelling it repeats them: some servers answer a refused
 * password with the very line they refused, and what they say is shown to people and kept.
 */
export function withoutSecrets(text: string, secrets: readonly (string | null | undefined)[]): string {
  const spellings = secrets
    .filter((secret): secret is string => !!secret && secret.length >= SHORTEST)
    .flatMap(spellingsOf)
    .sort((one, other) => other.length - one.length);
  let told = text;
  for (const spelling of spellings) told = told.replaceAll(spelling, HIDDEN);
  return told;
}

function spellingsOf(secret: string): string[] {
  const encoded = encodeURIComponent(secret);
  const form = new URLSearchParams([['', secret]]).toString().slice(1);
  // OAuth clients encode both halves of `id:secret` before they encode them in base64 (RFC 6749, 2.3.1).
  const strict = encoded.replace(/[-_.!~*'()]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
  const percent = [encoded, encoded.replaceAll('%20', '+'), form, strict, strict.replaceAll('%20', '+')];
  const lower = percent.map((one) => one.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()));
  const hex = Buffer.from(secret).toString('hex');
  const base64 = [secret, ...percent]
    .flatMap((one) => [0, 1, 2].map((before) => inBase64(Buffer.from(one), before)))
    .filter(({ length }) => length >= SHORTEST);
  const url = base64.map((one) => one.replaceAll('+', '-').replaceAll('/', '_'));
  const escaped = JSON.stringify(secret).slice(1, -1);
  return [...new Set([secret, escaped, ...percent, ...lower, hex, hex.toUpperCase(), ...base64, ...url])];
}

/** As it looks in base64 behind so many other bytes: `user:password` is encoded as one. */
function inBase64(bytes: Buffer, before: number): string {
  const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
  return text.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
}
