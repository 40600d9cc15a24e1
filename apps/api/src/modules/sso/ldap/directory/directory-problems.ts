import { ResultCodeError } from 'ldapts';
import { OutgoingError } from '../../../../platform/outgoing';
import { SsoRefused, type SsoReason } from '../../entering/sso-refused';

type Fault = Error & { code?: string | number; cert?: { subjectaltname?: string } };
type Said = readonly [reason: SsoReason, sentence: string, pointer: string | null];

/** What the server answered, by result code of RFC 4511. */
const BY_RESULT: Record<number, Said> = {
  3: [
    'timeout',
    'The directory stopped searching because it took too long. Choose a narrower search base, or let it have an index of the attributes people sign in with.',
    '/ldap/userBase',
  ],
  4: [
    'size_limit',
    'The directory gives out fewer entries than were asked for (size limit). Let the reading account use paged results.',
    '/ldap/bindDn',
  ],
  8: [
    'bind_refused',
    'The directory wants a stronger way of signing in than a password over TLS. Choose LDAPS, or relax its signing requirement for it.',
    '/ldap/security',
  ],
  11: [
    'size_limit',
    'The directory refuses this many entries (administrative limit). Raise the limit of the reading account.',
    '/ldap/bindDn',
  ],
  32: [
    'base_not_found',
    'The directory has no such place in its tree. Check the search base, for example dc=contoso,dc=example.',
    '/ldap/userBase',
  ],
  34: [
    'base_not_found',
    'The search base or the reading account is not written as a distinguished name, such as ou=people,dc=contoso,dc=example.',
    '/ldap/userBase',
  ],
  49: [
    'bind_refused',
    'The directory does not accept the reading account or its password. Both may have changed; enter them again.',
    '/ldap/bindDn',
  ],
  50: [
    'bind_refused',
    'The reading account may not read there. Give it the right to read people and groups.',
    '/ldap/bindDn',
  ],
  51: ['unreachable', 'The directory is busy. Try again in a moment.', '/ldap/host'],
  52: ['unreachable', 'The directory is not available right now.', '/ldap/host'],
};

const UNKNOWN_AUTHORITY =
  /^(?:SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT|UNABLE_TO_(?:GET|VERIFY)\w*|CERT_UNTRUSTED)$/;

/** Whatever went wrong while talking to a directory, as a reason and a sentence that says which setting to look at. */
export function explainLdap(error: unknown, host: string): unknown {
  if (error instanceof SsoRefused) return error;
  if (error instanceof OutgoingError)
    return new SsoRefused(error.reason, error.message, '/ldap/host', { cause: error });
  if (!(error instanceof Error)) return error;
  const [reason, sentence, pointer] = fromResult(error) ?? fromTls(error, host) ?? fromSocket(error, host) ?? [];
  return reason ? new SsoRefused(reason, sentence ?? '', pointer, { cause: error }) : error;
}

function fromResult(error: Error): Said | undefined {
  if (!(error instanceof ResultCodeError)) return undefined;
  return BY_RESULT[error.code] ?? ['provider_error', `The directory answers with an error: ${error.name}.`, null];
}

function fromTls({ code, cert, message }: Fault, host: string): Said | undefined {
  const name = String(code ?? '');
  if (name === 'ERR_TLS_CERT_ALTNAME_INVALID')
    return [
      'tls',
      `The certificate is not for ${host}${cert?.subjectaltname ? ` but for ${cert.subjectaltname}` : ''}. Enter the name that stands in the certificate.`,
      '/ldap/host',
    ];
  if (name === 'CERT_HAS_EXPIRED') return ['tls', `The certificate of ${host} has expired.`, '/ldap/host'];
  if (name === 'CERT_NOT_YET_VALID')
    return ['tls', `The certificate of ${host} is not valid yet. Check the clocks here and there.`, '/ldap/host'];
  if (UNKNOWN_AUTHORITY.test(name))
    return [
      'tls',
      `The certificate of ${host} was issued by an authority that is not known here. Paste the certificate of that authority.`,
      '/ldap/ca',
    ];
  if (/^(?:ERR_SSL|ERR_TLS|EPROTO)/.test(name))
    return [
      'tls',
      `${host} does not speak TLS 1.2 or newer on this port. LDAPS is usually on 636, StartTLS on 389.`,
      '/ldap/port',
    ];
  // A server that hangs up on the handshake says nothing; so does one that speaks no TLS at all.
  return /before secure TLS connection/.test(message)
    ? ['tls', `${host} hangs up instead of encrypting. Check the port: LDAPS is usually on 636.`, '/ldap/port']
    : undefined;
}

const SLOW = /timed out|timeout|ETIMEDOUT/i;
const BROKEN = /^Connection closed|^Socket error|^closed$|^Socket connection not established/;

function fromSocket({ code, message }: Fault, host: string): Said | undefined {
  if (SLOW.test(message) || SLOW.test(String(code)))
    return ['timeout', `${host} does not answer in time.`, '/ldap/host'];
  if (BROKEN.test(message) || /^E(?:CONN|PIPE|HOST|NET)/.test(String(code)))
    return ['unreachable', `The connection to ${host} broke off.`, '/ldap/host'];
  return undefined;
}
