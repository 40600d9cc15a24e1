import { watched } from '../listeners';

/** One message at the corner. With `undo` it stays 10 seconds and Ctrl Z takes the act back. */
export type ToastMessage = {
  text: string;
  tone?: 'success' | 'danger' | 'info';
  undo?: () => void | Promise<void>;
  /** A second, quieter sentence. */
  note?: string;
  /** The client the message is about: its colour and initials stand before the sentence, its name in it is bold. */
  organisation?: { name: string; colour?: string | null };
};
/** A message on screen, with the number that names it. */
export type ShownToast = ToastMessage & { id: number };

const shown = watched<readonly ShownToast[]>([]);
let last = 0;

/** The messages on screen, watchable. */
export const shownToasts = { get: shown.get, subscribe: shown.subscribe };

/** Shows a message; 10 s with Undo, 5 s without, errors until dismissed. */
export function showToast(message: ToastMessage): void {
  last += 1;
  const toast = { ...message, id: last };
  shown.set([...shown.get().slice(-3), toast]);
  if (message.tone !== 'danger') setTimeout(() => dismissToast(toast.id), message.undo ? 10_000 : 5_000);
}

/** Takes a message away. */
export function dismissToast(id: number): void {
  shown.set(shown.get().filter((toast) => toast.id !== id));
}

/** Runs the Undo of one message, or of the newest that has one. */
export function undoToast(id?: number): void {
  const toast = shown.get().findLast((each) => each.undo && (id === undefined || each.id === id));
  if (!toast) return;
  dismissToast(toast.id);
  void toast.undo?.();
}
