/** The blocks of an nginx configuration: [{ name, args, directives: [[word, ...]], blocks }]. Enough of its grammar for ours. */
export function blocksOf(text) {
  const tokens = tokensOf(text);
  const read = () => {
    const block = { directives: [], blocks: [] };
    let words = [];
    for (let token = tokens.shift(); token !== undefined && token !== '}'; token = tokens.shift()) {
      if (token === ';') block.directives.push(words);
      else if (token === '{') block.blocks.push({ name: words[0], args: words.slice(1), ...read() });
      else {
        words.push(token);
        continue;
      }
      words = [];
    }
    return block;
  };
  return read();
}

const tokensOf = (text) =>
  (text.replace(/^\s*#.*$/gm, '').match(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[;{}]|[^\s;{}]+/g) ?? []).map((token) =>
    /^["']/.test(token) ? token.slice(1, -1) : token,
  );

/** All locations below a block. */
export const locationsOf = (block) =>
  block.blocks.flatMap((one) => [...(one.name === 'location' ? [one] : []), ...locationsOf(one)]);

/** The headers a snippet adds: { name in small letters: value }. */
export function addedHeaders(text) {
  const added = blocksOf(text).directives.filter(([word]) => word === 'add_header');
  return Object.fromEntries(added.map(([, name, value]) => [name.toLowerCase(), value]));
}
