import { isProblem } from '../../shared/problem';

/** What the server had against a file, in its own sentences. */
export function refusalText(error: unknown): string {
  if (!isProblem(error)) return error instanceof Error ? error.message : String(error);
  const sentences = error.errors.map(({ detail }) => detail).filter(Boolean);
  return sentences.join(' ') || error.message;
}
