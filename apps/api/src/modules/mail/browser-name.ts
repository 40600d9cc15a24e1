import { readUserAgent } from '@st0r/net';

/** "Firefox on Windows", in our words only: what a browser says of itself is anybody's text. Empty where nothing is known. */
export function browserName(userAgent: string | null): string {
  const { browser, system } = readUserAgent(userAgent);
  if (!browser) return system ? `a program on ${system}` : '';
  return system ? `${browser} on ${system}` : browser;
}
