import { useState } from 'react';
import { Button, IconButton } from '../button';
import { kit } from '../kit-messages';
import { showToast, type ToastMessage } from '../toast/toasts';

type CopyProps = {
  /** Fetches the text when asked, so that a secret is not held before it is needed. */
  text: () => string | Promise<string>;
  label?: string;
  /** What the toast says was copied, for example "Acme / FW admin". */
  what?: string;
  /** Draws the icon alone. */
  quiet?: boolean;
};

/** What the toast says: the thing, the client it belongs to, and a sentence behind it. */
export type CopiedWhat = { what: string; organisation?: ToastMessage['organisation']; note?: string };

/**
 * Puts text on the clipboard and says so; `false` when it did not get there. A promise that is refused stays silent
 * here, because whoever asked tells it; a refusal by the browser is told here. Resolves after the toast is queued.
 */
export async function copyText(text: string | Promise<string>, what?: string | CopiedWhat): Promise<boolean> {
  let refused = false;
  const wanted = Promise.resolve(text).catch((error: unknown) => {
    refused = true;
    throw error;
  });
  try {
    await writeClipboard(wanted);
  } catch {
    if (!refused) showToast({ text: kit('copyFailed'), tone: 'danger' });
    return false;
  }
  const said: Partial<CopiedWhat> = typeof what === 'string' ? { what } : (what ?? {});
  const sentence = said.what ? kit('copied', { what: said.what }) : kit('copiedPlain');
  showToast({ text: sentence, note: said.note, tone: 'success', organisation: said.organisation });
  return true;
}

async function writeClipboard(text: Promise<string>): Promise<void> {
  // Without a listener of its own a refusal before the browser looks at the item counts as unhandled.
  text.catch(() => undefined);
  if (typeof ClipboardItem !== 'function') return navigator.clipboard.writeText(await text);
  // The promise goes into the item itself: browsers keep the user's gesture alive while it is fetched.
  const blob = text.then((value) => new Blob([value], { type: 'text/plain' }));
  blob.catch(() => undefined);
  await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
}

/** Copies on click; the icon turns into a tick for two seconds. */
export function CopyButton({ text, label = kit('copy'), what, quiet }: CopyProps) {
  const [done, setDone] = useState(false);
  const [busy, setBusy] = useState(false);
  async function handleCopy() {
    setBusy(true);
    const copied = await copyText(text(), what);
    setBusy(false);
    if (!copied) return;
    setDone(true);
    setTimeout(() => setDone(false), 2_000);
  }
  const icon = done ? 'check-lg' : 'copy';
  if (quiet) return <IconButton icon={icon} label={label} size="sm" busy={busy} onClick={() => void handleCopy()} />;
  return (
    <Button icon={icon} size="sm" busy={busy} onClick={() => void handleCopy()}>
      {label}
    </Button>
  );
}
