/** `1.2 s`, right aligned so that steps form a column. */
export const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`.padStart(8);

/**
 * Runs one step and prints one line with its time.
 * The work may return a string: what it found, printed in place of the title.
 */
export async function step(title, work) {
  const startedAt = performance.now();
  const result = await work();
  const words = typeof result === 'string' ? `${title}: ${result}` : title;
  console.log(`${seconds(performance.now() - startedAt)}  ${words}`);
  return result;
}
