/** What went wrong with a mail, for people: our words, the server's words, and whether trying again may help. */
export interface MailTrouble {
  readonly detail: string;
  readonly answer: string | null;
  /** The server refuses this mail for good (5xx to the recipient or the message). */
  readonly bounced: boolean;
}

interface SmtpError {
  code?: string;
  command?: string;
  response?: string;
  responseCode?: number;
  message?: string;
  cause?: { code?: string };
}

const BY_CODE: Readonly<Record<string, string>> = {
  EAUTH: 'The mail server does not accept this user and password.',
  ENOAUTH: 'The mail server wants a user and a password, and none is set.',
  EDNS: 'There is no mail server of this name. Check the host for a typing error.',
  ENOTFOUND: 'There is no mail server of this name. Check the host for a typing error.',
  ECONNREFUSED: 'Nothing listens at this host and port. Check the port: 587 for STARTTLS, 465 for TLS, 25 for neither.',
  ETIMEDOUT: 'The mail server did not answer in time. Check host and port, and whether a firewall is in between.',
  EHOSTUNREACH: 'The mail server cannot be reached from here. Check the network and firewalls in between.',
  EAI_AGAIN: 'The name of the mail server cannot be looked up now. Check the DNS of this machine.',
  ENOSERVER: 'No mail server is set. Set one on the page Mail, or as SMTP_URL.',
  ECONNRESET: 'The mail server closed the connection. Check whether port and security belong together.',
  ECONNECTION: 'The mail server closed the connection. Check whether port and security belong together.',
  ETLS: 'The connection could not be encrypted. Check whether port and security belong together.',
  DEPTH_ZERO_SELF_SIGNED_CERT:
    'The certificate of the mail server is its own. Enter the certificate of your authority.',
  SELF_SIGNED_CERT_IN_CHAIN:
    'The certificate comes from an authority of your own. Enter the certificate of that authority.',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    'The certificate comes from an unknown authority. Enter the certificate of that authority.',
  CERT_HAS_EXPIRED: 'The certificate of the mail server has run out.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'The certificate of the mail server is for another name than the host.',
};

/** Says what happened to a mail in words somebody can act on; the password is in none of them. */
export function troubleOf(thrown: unknown): MailTrouble {
  const error = thrown as SmtpError;
  const answer = error.response ? error.response.replace(/\p{Cc}+/gu, ' ').slice(0, 500) : null;
  const refused = (error.responseCode ?? 0) >= 500;
  const bounced = refused && error.code !== 'EAUTH' && /^(?:RCPT|MAIL|DATA|BDAT)/i.test(error.command ?? 'DATA');
  return { detail: wordsOf(error, bounced), answer, bounced };
}

function wordsOf(error: SmtpError, bounced: boolean): string {
  const known = [certificateIn(error), error.cause?.code, networkIn(error), error.code]
    .map((code) => BY_CODE[code ?? ''])
    .find(Boolean);
  if (error.code === 'ETLS' && /STARTTLS/i.test(error.message ?? '') && !certificateIn(error))
    return 'The mail server offers no encryption on this port. Try TLS on port 465, or another server.';
  if (bounced) return 'The mail server refuses this mail for good.';
  if (error.code === 'EAUTH' || !error.responseCode)
    return known ?? `The mail could not be handed over: ${error.code ?? 'unknown reason'}.`;
  if (error.responseCode < 500) return 'The mail server does not take this mail now. It is tried again later.';
  return 'The mail server refuses to talk to us.';
}

/** Faults of the network arrive as ESOCKET, and what happened stands in the words only. */
function networkIn({ message = '' }: SmtpError): string | undefined {
  if (/wrong version number|packet length too long|unknown protocol/i.test(message)) return 'ETLS';
  return /ECONNREFUSED|ENOTFOUND|EHOSTUNREACH|ECONNRESET|ETIMEDOUT|EAI_AGAIN/.exec(message)?.[0];
}

/** Certificate faults arrive as a code, or only in the words of OpenSSL. */
function certificateIn({ code, cause, message = '' }: SmtpError): string | undefined {
  const codes = [code, cause?.code].filter((one) => one && /CERT|ALTNAME|LEAF/.test(one));
  if (codes[0]) return codes[0];
  if (/self.signed certificate in certificate chain/i.test(message)) return 'SELF_SIGNED_CERT_IN_CHAIN';
  if (/self.signed certificate/i.test(message)) return 'DEPTH_ZERO_SELF_SIGNED_CERT';
  if (/unable to verify the first certificate/i.test(message)) return 'UNABLE_TO_VERIFY_LEAF_SIGNATURE';
  if (/certificate has expired/i.test(message)) return 'CERT_HAS_EXPIRED';
  return /altnames/i.test(message) ? 'ERR_TLS_CERT_ALTNAME_INVALID' : undefined;
}
