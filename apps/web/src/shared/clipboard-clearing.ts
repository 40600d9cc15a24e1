let pending: ReturnType<typeof setTimeout> | undefined;

/**
 * Empties the clipboard after so many seconds. A page may write only while it has the focus; without it the next
 * return to the window does it. A newer copy made in this window keeps its text.
 */
export function forgetClipboardAfter(seconds: number): void {
  stopForgetting();
  document.addEventListener('copy', stopForgetting, { once: true });
  document.addEventListener('cut', stopForgetting, { once: true });
  pending = setTimeout(() => void forget(), seconds * 1000);
}

/** Leaves the clipboard as it is: what lies there now is not the secret any more. */
export function stopForgetting(): void {
  clearTimeout(pending);
  pending = undefined;
  document.removeEventListener('copy', stopForgetting);
  document.removeEventListener('cut', stopForgetting);
  removeEventListener('focus', forget);
}

async function forget(): Promise<void> {
  try {
    if (!document.hasFocus()) throw new DOMException('no focus');
    await navigator.clipboard.writeText('');
    stopForgetting();
  } catch {
    addEventListener('focus', forget, { once: true });
  }
}
