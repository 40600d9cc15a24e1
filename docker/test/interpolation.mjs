const VARIABLE = /\$\{(\w+)(?:(:?[-?+])((?:[^{}]|\$\{[^{}]*\})*))?\}/g;

/** A text with its variables filled in, as compose does it: ${A}, ${A:-else}, ${A:?complaint}, ${A:+instead}. */
export function interpolated(text, values) {
  return text.replaceAll(VARIABLE, (...[, name, operator, word = '']) => {
    const value = values[name];
    const given = value !== undefined && (value !== '' || !operator?.startsWith(':'));
    if (operator?.endsWith('+')) return given ? interpolated(word, values) : '';
    if (given) return value;
    if (operator?.endsWith('?')) throw new Error(`${name}: ${word}`);
    return operator ? interpolated(word, values) : '';
  });
}

/** The variables a text uses: [{ name, operator, word }]. */
export const variablesOf = (text) =>
  [...text.matchAll(VARIABLE)].map(([, name, operator, word = '']) => ({ name, operator, word }));
