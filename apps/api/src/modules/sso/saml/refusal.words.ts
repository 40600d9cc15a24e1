import type { SamlRefusal, SamlRefusalCode } from './refusal';

/** A refusal for the person who set the connection up: what happened, which field to look at, what to do. */
export interface RefusalWords {
  sentence: string;
  field: string;
  wayOut: string;
}

type Line = readonly [sentence: string, field: string, wayOut: string];

const SIGNING = 'Signing options of the application at the identity provider';
const FORMED = 'The message itself';
const SENDING = 'Send the plain message the identity provider made; nothing on the way may change it.';
const CLOCK = 'Clocks of both servers';
const SYNC = 'Let both servers keep their time by NTP, then try again.';
const ENCRYPTION = 'Encryption options of the application at the identity provider';
const OURS = 'Upload our metadata there again, or turn encryption off.';
const AGAIN = 'Begin again from our sign-in page.';

const WORDS: Record<SamlRefusalCode, Line> = {
  'message.missing': [
    'No SAML message arrived.',
    'Binding of the assertion consumer service',
    'Choose HTTP-POST at the identity provider.',
  ],
  'message.too_large': [
    'The message is larger or deeper than 256 KB of SAML can be.',
    'Attributes that are sent',
    'Send fewer attributes; limit groups to those assigned to this application.',
  ],
  'message.not_base64': ['The message is not base64.', FORMED, SENDING],
  'message.not_xml': ['The message is not one well-formed XML document ({found}).', FORMED, SENDING],
  'message.doctype': ['The message brings a document type; SAML forbids it.', FORMED, SENDING],
  'message.instruction': ['The message holds a processing instruction.', FORMED, SENDING],
  'message.comment': [
    'The message holds a comment or a CDATA section, which some readers join and others cut.',
    FORMED,
    'Turn off whatever adds comments to messages.',
  ],
  'message.duplicate_id': ['Two parts of the message carry the same ID ({found}).', FORMED, SENDING],
  'message.unexpected': [
    'The message holds {found} where {expected} belongs.',
    FORMED,
    'Check that the application at the identity provider is a SAML 2.0 application with our addresses.',
  ],
  'status.not_success': [
    'The identity provider refused: {found}.',
    'Sign-in log of the identity provider',
    'Look there for the reason: often the person is not assigned to this application.',
  ],
  'assertion.missing': [
    'The response holds no assertion.',
    'Sign-in log of the identity provider',
    'Look there why nothing was said about the person.',
  ],
  'assertion.several': [
    'The response holds {found} assertions; exactly one is read.',
    FORMED,
    'Let the identity provider send one assertion.',
  ],
  'assertion.replayed': ['This assertion was used before.', 'Browser', AGAIN],
  'signature.response_missing': ['The response is not signed.', SIGNING, 'Sign the response and the assertion.'],
  'signature.assertion_missing': [
    'The assertion inside the response is not signed.',
    SIGNING,
    'Sign the response and the assertion. If the provider signs the response as a whole only, say so in this connection.',
  ],
  'signature.message_missing': ['The message is not signed.', SIGNING, 'Sign logout messages.'],
  'signature.misplaced': ['The message carries a signature where none belongs.', FORMED, SENDING],
  'signature.shape': [
    'A signature is built in a way that is not accepted ({found}).',
    SIGNING,
    'Use an enveloped signature with exclusive canonicalisation.',
  ],
  'signature.algorithm': [
    'A signature uses {found}; only RSA and ECDSA with SHA-256 or better count.',
    SIGNING,
    'Choose RSA-SHA256 there.',
  ],
  'signature.invalid': [
    'The signature of the {part} fits none of the certificates of this connection.',
    'Signing certificates of this connection',
    'Read the metadata again: the identity provider may have a new certificate.',
  ],
  'encryption.algorithm': [
    'The assertion is encrypted with {found}.',
    ENCRYPTION,
    'Choose AES-GCM with RSA-OAEP, or turn encryption off.',
  ],
  'encryption.failed': ['The encrypted assertion does not open with our key.', ENCRYPTION, OURS],
  'encryption.part': [
    'Single parts of the assertion are encrypted ({part}).',
    ENCRYPTION,
    'Encrypt the assertion as a whole or not at all.',
  ],
  'issuer.wrong': [
    'The {part} comes from {found}, this connection belongs to {expected}.',
    'Entity ID of the identity provider',
    'Read the metadata of the right identity provider.',
  ],
  'destination.wrong': [
    'The response is meant for {found}, we are {expected}.',
    'Assertion consumer service (ACS, reply URL)',
    'Enter our address there exactly; the public address of this installation must be the same.',
  ],
  'recipient.wrong': [
    'The assertion is meant for {found}, we are {expected}.',
    'Recipient URL',
    'Enter our assertion consumer address there exactly.',
  ],
  'request.unsolicited': [
    'The {part} answers no request of ours.',
    'Start of the sign-in',
    'Begin at our sign-in page, or allow this connection to begin at the identity provider.',
  ],
  'request.unknown': [
    'The {part} answers a request we did not make, or one that was answered before.',
    'Browser',
    AGAIN,
  ],
  'audience.wrong': [
    'The assertion is for the audience {found}, we are {expected}.',
    'Audience (SP entity ID, identifier)',
    'Enter our entity ID there exactly.',
  ],
  'conditions.missing': [
    'The assertion has no conditions, so it would hold for everybody and for ever.',
    'Audience (SP entity ID, identifier)',
    'Set the audience to our entity ID.',
  ],
  'conditions.unknown': [
    'The assertion sets a condition we cannot keep: {found}.',
    'Conditions of the assertion',
    'Remove this condition at the identity provider.',
  ],
  'confirmation.missing': [
    'The assertion does not say that its bearer may use it.',
    'Subject confirmation',
    'Choose the bearer method with confirmation data.',
  ],
  'confirmation.wrong': [
    'The confirmation of the subject carries {found}, which the profile forbids.',
    'Subject confirmation',
    'Remove it at the identity provider.',
  ],
  'time.missing': ['{part} is missing or no time ({found}).', FORMED, 'The identity provider has to state it.'],
  'time.expired': ['{part} ended {seconds} seconds ago by our clock ({found}).', CLOCK, SYNC],
  'time.early': ['{part} begins {seconds} seconds from now by our clock ({found}).', CLOCK, SYNC],
  'time.old': ['The {part} was made {seconds} seconds ago; five minutes are allowed.', CLOCK, SYNC],
  'sign_in.missing': [
    'The assertion does not say when the person signed in.',
    'Authentication statement',
    'Let the identity provider send exactly one AuthnStatement.',
  ],
  'sign_in.old': [
    'The person signed in at the identity provider {seconds} seconds ago; half a day is allowed.',
    'Session life at the identity provider',
    'Sign in there again.',
  ],
  'sign_in.not_repeated': [
    'We asked for a repeated sign-in, and the identity provider answered with one of {found}.',
    'ForceAuthn',
    'Let the identity provider honour ForceAuthn, or confirm with an authenticator code.',
  ],
  'name_id.missing': [
    'The assertion names nobody: NameID is missing or empty.',
    'NameID (unique user identifier)',
    'Choose a lasting identifier of the person and the format persistent.',
  ],
  'name_id.format': [
    'NameID has the format {found}.',
    'NameID format',
    'Choose persistent with an identifier that never changes. E-mail addresses change hands.',
  ],
  'name_id.qualifier': [
    'NameID was issued for {found}, we are {expected}.',
    'NameID SPNameQualifier',
    'Set it to our entity ID or leave it out.',
  ],
  'name_id.unclear': [
    'NameID holds invisible characters, spaces at its ends, or more than 256 characters.',
    'NameID (unique user identifier)',
    'Choose another attribute as identifier.',
  ],
  'attribute.repeated': [
    'The attribute {found} is sent twice.',
    'Attributes that are sent',
    'Send it once, with all of its values.',
  ],
};

/** Puts a refusal into words for an administrator. A visitor at the sign-in page never sees them. */
export function refusalWords({ code, facts }: SamlRefusal): RefusalWords {
  const [sentence, field, wayOut] = WORDS[code];
  const fill = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name as keyof typeof facts] ?? 'nothing'));
  return { sentence: fill(sentence), field, wayOut };
}
