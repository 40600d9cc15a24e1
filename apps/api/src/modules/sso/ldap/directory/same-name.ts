const TOKENS = /((?:\\[0-9a-f]{2})+)|\\([\s\S])|([,=+;])|([^\\,=+;]+)/gi;
const SPECIAL = /[\\,=+;]/g;

/**
 * A distinguished name in the form it is compared by: lower case, composed, without blanks around its separators, and with
 * one way of escaping. Servers write the same name differently at an entry and in a list of members.
 */
export function sameName(dn: string): string {
  const parts: string[] = [''];
  for (const [, hex, escaped, separator, plain] of dn.matchAll(TOKENS)) {
    if (separator) parts.push(separator === ';' ? ',' : separator, '');
    else parts.push(`${parts.pop()}${plain ?? literal(hex ? bytesOf(hex) : (escaped ?? ''))}`);
  }
  return parts
    .map((part) => part.trim())
    .join('')
    .normalize('NFC')
    .toLowerCase();
}

const literal = (text: string): string => text.replace(SPECIAL, (one) => `\\${one}`);

const bytesOf = (hex: string): string => Buffer.from(hex.replaceAll('\\', ''), 'hex').toString('utf8');
