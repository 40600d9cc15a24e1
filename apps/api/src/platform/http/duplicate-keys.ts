const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:]/g;

/**
 * The first key that valid JSON text names twice in one object, or undefined. JSON.parse keeps the last of them, other
 * readers the first (RFC 8259 section 4): what was checked elsewhere and what is stored here would differ.
 */
export function duplicateKey(json: string): string | undefined {
  const open: (Set<string> | null)[] = [];
  let text: string | undefined;
  for (const [token] of json.matchAll(TOKEN)) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(null);
    else if (token === '}' || token === ']') open.pop();
    else if (token === ':') {
      const key = JSON.parse(text ?? '""') as string;
      const seen = open.at(-1);
      if (seen?.has(key)) return key;
      seen?.add(key);
    } else text = token;
  }
  return undefined;
}
