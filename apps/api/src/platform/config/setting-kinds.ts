import { z } from 'zod';

/** Text that says something, or else the fallback. */
export const text = (fallback?: string) =>
  fallback === undefined ? z.string().min(1) : z.string().min(1).default(fallback);

/** A whole number of a range. */
export function whole(from: number, to: number) {
  const error = `is a whole number from ${from} to ${to}`;
  return z.coerce.number({ error }).int({ error }).min(from, { error }).max(to, { error });
}

/** One word of a list. */
export const oneOf = <const T extends readonly [string, ...string[]]>(words: T) =>
  z.enum(words, { error: `is one of ${words.join(', ')}` });

/** Refuses text that `read` does not understand, with the sentence it throws. */
export function understood<T extends z.ZodType<string>>(schema: T, read: (text: string) => unknown): T {
  return schema.superRefine((text, issues) => {
    try {
      read(text);
    } catch (error) {
      issues.addIssue({ code: 'custom', message: (error as Error).message });
    }
  });
}
