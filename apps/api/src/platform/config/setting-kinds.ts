import { z } from 'zod';

/** Text that says something, or else the fallback. */
export const text = (fallback?: string) =>
  fallback === undefined ? z.string().min(1) : z.string().min(1).default(fallback);

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
