const LONGEST = 2000;
const HERE = 'https://here.invalid';

/**
 * A path of our own to return to after signing in, or `/`. Whatever a browser could read as another host is dropped:
 * `//evil`, `/\evil`, their encodings, control characters, and addresses with a scheme.
 */
export function returnPath(wanted: string | null | undefined): string {
  if (!wanted || wanted.length > LONGEST || !isOurs(wanted)) return '/';
  const decoded = decodedOnceMore(wanted);
  return decoded !== null && isOurs(decoded) ? wanted : '/';
}

function isOurs(path: string): boolean {
  if (!/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(path)) return false;
  return new URL(path, HERE).origin === HERE;
}

/** Decoded as far as it goes, a few times at most: `%252f` must not become a slash later. */
function decodedOnceMore(path: string): string | null {
  const [head = ''] = path.split(/[?#]/);
  let text = head;
  try {
    for (let round = 0; round < 3; round += 1) text = decodeURIComponent(text);
  } catch {
    return null;
  }
  return text;
}
