import { readUserAgent } from '@st0r/net';
import { say } from './messages';

/** "Firefox, Windows" out of what a browser says of itself; the first word of it for other programs. */
export function deviceOf(userAgent: string | null | undefined): string {
  if (!userAgent) return say('unknownDevice');
  const { browser, system } = readUserAgent(userAgent);
  return [browser, system].filter(Boolean).join(', ') || (userAgent.split(/[\s/]/)[0] ?? userAgent);
}
