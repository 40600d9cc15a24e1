interface SftpFailure {
  message?: string;
  code?: number | string;
  level?: string;
}

/** Status codes of SFTP. */
const [ABSENT, DENIED] = [2, 3];
/** Everything else, from a full disk to a folder that is there already. */
export const FAILURE = 4;
const WORDS: Readonly<Record<number, string>> = {
  [ABSENT]: 'The file or folder is not there',
  [DENIED]: 'The account may not write or read there',
  [FAILURE]: 'The server fails to do it: its disk or a quota may be full. Nothing was left half written',
};

/** True for what is not there. */
export const isAbsent = (error: unknown): boolean => (error as SftpFailure).code === ABSENT;

/** What went wrong, for an operator; undefined for what is no failure of the server, as of the database that is read meanwhile. */
export function sftpWords(error: unknown): string | undefined {
  const { code, level = '', message = '' } = error as SftpFailure;
  if (typeof code === 'number' && WORDS[code]) return WORDS[code];
  if (level === 'client-timeout' || /Keepalive timeout|Timed out while/i.test(message))
    return 'The server does not answer in time';
  if (/no matching/i.test(message))
    return 'The server and ClientSt0r know no common way to talk: its SSH is too old or too strict';
  if (/open failure|subsystem|establishing SFTP/i.test(message))
    return 'The server lets the account in, but offers it no SFTP now';
  if (/handshake/i.test(message)) return 'The server breaks off while it is greeted';
  if (level === 'client-socket') return `The server cannot be reached${code ? ` (${code})` : ''}`;
  if (/No response from server|Not connected|became shorter/.test(message))
    return 'The server broke off. Nothing was left half written';
  return undefined;
}
